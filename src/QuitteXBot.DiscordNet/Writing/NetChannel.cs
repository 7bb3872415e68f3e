using QuitteXBot.Discord.Interactions;
using QuitteXBot.Discord.Messages;
using QuitteXBot.Discord.Rest;
using Net = global::Discord;

namespace QuitteXBot.DiscordNet.Writing;

/// <summary>What follows the first answer, whichever way the first answer takes.</summary>
/// <param name="ready">Ends when the client is logged in: before, Discord.Net makes no call.</param>
internal abstract class NetChannel(Net.IDiscordInteraction interaction, NetCalls calls, Task ready) : IInteractionChannel
{
    /// <summary>The calls of this interaction.</summary>
    protected NetCalls Calls { get; } = calls;

    public abstract Task<RestResult> RespondAsync(InteractionAnswer answer, DateTimeOffset deadline, CancellationToken cancellationToken);

    public abstract Task<RestResult> PutOffAsync(Deferral deferral, bool ephemeral, DateTimeOffset deadline, CancellationToken cancellationToken);

    public Task<RestResult> EditAsync(OutgoingMessage message, DateTimeOffset deadline, CancellationToken cancellationToken) => SendAsync(
        "editing an answer", true, deadline, options => interaction.ModifyOriginalResponseAsync(properties => NetMessages.Fill(properties, message), options), cancellationToken);

    public Task<RestResult> DeleteAsync(DateTimeOffset deadline, CancellationToken cancellationToken) =>
        SendAsync("deleting an answer", true, deadline, interaction.DeleteOriginalResponseAsync, cancellationToken);

    public Task<RestResult> FollowUpAsync(OutgoingMessage message, DateTimeOffset deadline, CancellationToken cancellationToken) =>
        SendAsync("following up", false, deadline, options => FollowUpAsync(message, options), cancellationToken);

    private Task<Net.IUserMessage> FollowUpAsync(OutgoingMessage message, Net.RequestOptions options)
    {
        var (embeds, components) = (NetMessages.Embeds(message), NetMessages.Components(message));
        return message.File is { } file
            ? interaction.FollowupWithFilesAsync(
                [NetMessages.Attachment(file)], message.Content, embeds, ephemeral: message.Ephemeral, allowedMentions: NetMessages.Nobody, components: components, options: options)
            : interaction.FollowupAsync(
                message.Content, embeds, ephemeral: message.Ephemeral, allowedMentions: NetMessages.Nobody, components: components, options: options);
    }

    protected async Task<RestResult> SendAsync(
        string what, bool repeatable, DateTimeOffset deadline, Func<Net.RequestOptions, Task> call, CancellationToken cancellationToken)
    {
        await ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        return await Calls.SendAsync(what, repeatable, deadline, call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Discord.Net's first answers cannot be told to show no previews of links: they are hidden right after.</summary>
    protected async Task<RestResult> HidePreviewsAsync(RestResult result, InteractionAnswer answer, CancellationToken cancellationToken)
    {
        if (result.IsSuccess && answer is NewMessage { Message: { SuppressEmbeds: true } message })
        {
            var soon = Calls.Time.GetUtcNow() + TimeSpan.FromMinutes(1);
            await InteractionDispatcher.SendBehindAnswerAsync(() => EditAsync(message, soon, cancellationToken), Calls.Time, cancellationToken).ConfigureAwait(false);
        }

        return result;
    }
}
