using QuitteXBot.Discord.Messages;
using QuitteXBot.Discord.Rest;

namespace QuitteXBot.Discord.Interactions;

/// <summary>What follows the first answer goes to the interaction's webhook, whichever way the first answer takes.</summary>
internal abstract class WebhookChannel(IDiscordRest rest, Interaction interaction) : IInteractionChannel
{
    private string Webhook => $"webhooks/{Snowflake.Write(interaction.ApplicationId)}/{Uri.EscapeDataString(interaction.Token)}";

    private string Original => Webhook + "/messages/@original";

    public Task<RestResult> RespondAsync(InteractionAnswer answer, DateTimeOffset deadline, CancellationToken cancellationToken) =>
        SendFirstAsync(ResponseWriter.WriteAnswer(answer), deadline, cancellationToken);

    public Task<RestResult> PutOffAsync(Deferral deferral, bool ephemeral, DateTimeOffset deadline, CancellationToken cancellationToken) =>
        SendFirstAsync(ResponseWriter.WriteDeferral(deferral, ephemeral), deadline, cancellationToken);

    public Task<RestResult> EditAsync(OutgoingMessage message, DateTimeOffset deadline, CancellationToken cancellationToken) => rest.SendAsync(
        new DiscordRequest
        {
            Method = HttpMethod.Patch, Path = Original, Body = MessageWriter.Body(message), Files = MessageWriter.Files(message), Repeatable = true, Deadline = deadline,
        },
        cancellationToken);

    public Task<RestResult> DeleteAsync(DateTimeOffset deadline, CancellationToken cancellationToken) => rest.SendAsync(
        new DiscordRequest { Method = HttpMethod.Delete, Path = Original, Repeatable = true, Deadline = deadline }, cancellationToken);

    public Task<RestResult> FollowUpAsync(OutgoingMessage message, DateTimeOffset deadline, CancellationToken cancellationToken) => rest.SendAsync(
        new DiscordRequest { Method = HttpMethod.Post, Path = Webhook, Body = MessageWriter.Body(message), Files = MessageWriter.Files(message), Deadline = deadline },
        cancellationToken);

    /// <param name="json">The first answer: <c>type</c> and <c>data</c>.</param>
    protected abstract Task<RestResult> SendFirstAsync(ReadOnlyMemory<byte> json, DateTimeOffset deadline, CancellationToken cancellationToken);
}
