using QuitteXBot.Discord.Rest;

namespace QuitteXBot.Discord.Interactions;

/// <summary>Answers an interaction that came over the gateway: <c>POST /interactions/{id}/{token}/callback</c>.</summary>
internal sealed class CallbackChannel(IDiscordRest rest, Interaction interaction) : WebhookChannel(rest, interaction)
{
    private readonly IDiscordRest rest = rest;
    private readonly Interaction interaction = interaction;

    protected override async Task<RestResult> SendFirstAsync(ReadOnlyMemory<byte> json, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        // Discord takes one first answer and refuses a second (40060): repeating it does no harm.
        var result = await rest.SendAsync(
            new DiscordRequest
            {
                Method = HttpMethod.Post,
                Path = $"interactions/{Snowflake.Write(interaction.Id)}/{Uri.EscapeDataString(interaction.Token)}/callback",
                Body = json,
                Repeatable = true,
                Deadline = deadline,
            },
            cancellationToken).ConfigureAwait(false);
        return result.Failure is { AfterDoubt: true, Code: DiscordErrors.AlreadyAcknowledged } ? default : result;
    }
}
