using QuitteXBot.Discord.Rest;

namespace QuitteXBot.Discord.Interactions;

/// <summary>Answers an interaction that came as an HTTP request: the first answer is the response's body.</summary>
internal sealed class HttpResponseChannel(IDiscordRest rest, Interaction interaction, HttpExchange exchange) : WebhookChannel(rest, interaction)
{
    protected override async Task<RestResult> SendFirstAsync(ReadOnlyMemory<byte> json, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        await exchange.WriteAsync(json, cancellationToken).ConfigureAwait(false);
        return default;
    }
}
