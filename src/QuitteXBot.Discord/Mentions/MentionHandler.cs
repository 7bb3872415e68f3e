using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Discord.Client;
using QuitteXBot.Discord.Configuration;
using QuitteXBot.Discord.Interactions;
using QuitteXBot.Discord.Messages;
using QuitteXBot.Discord.Permissions;
using QuitteXBot.Discord.Rendering;

namespace QuitteXBot.Discord.Mentions;

/// <summary>Answers messages that mention the bot, and direct messages, by replying. Never answers a program, and no message twice.</summary>
internal sealed partial class MentionHandler(
    IAssistant assistant,
    AnswerRenderer renderer,
    IDiscordClient client,
    BotIdentity bot,
    DiscordPermissions permissions,
    DiscordOptions options,
    TimeProvider time,
    ILogger<MentionHandler> log)
{
    private readonly RecentIds recent = new();

    /// <summary>Never throws but for cancellation.</summary>
    public async Task HandleAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        if (message.ByProgram || message.AuthorId == bot.UserId || QuestionOf(message) is not { } question || !recent.TryAdd(message.Id))
            return;
        try
        {
            var asker = new Asker("discord", Snowflake.Write(message.AuthorId), permissions.Of(message.AuthorId, message.GuildId, message.Roles))
            {
                Channel = Snowflake.Write(message.ChannelId),
                RepliedTo = message.RepliedTo,
            };
            var reply = await assistant.AskAsync(question.Length == 0 ? "/help" : question, asker, null, cancellationToken).ConfigureAwait(false);
            var context = new AnswerContext(
                message.AuthorId, QuestionKind.Mention, "", ImmutableDictionary<string, string>.Empty, 0, options.PlainText, Ephemeral: false);
            var (sent, wasPlain) = await SendAsync(
                message, renderer.Render(reply, context), () => renderer.Render(reply, context with { PlainText = true }), cancellationToken).ConfigureAwait(false);
            if (reply.Updates is { } updates)
            {
                var shown = context with { PlainText = context.PlainText || wasPlain };
                await FollowUpdatesAsync(message, sent, updates.Select(update => renderer.Render(update, shown)), cancellationToken).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // Whatever a handler's bug throws, the log has it and the next message is answered.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.Failed(log, fault, message.Id);
        }
    }

    private string? QuestionOf(IncomingMessage message) =>
        MentionText.QuestionIn(message.Content, bot.UserId) ?? (message.GuildId is null && message.Content.Length > 0 ? message.Content.Trim() : null);

    private Task FollowUpdatesAsync(IncomingMessage message, ulong? sent, IAsyncEnumerable<OutgoingMessage> updates, CancellationToken cancellationToken) =>
        new UpdatePump(time).RunAsync(
            updates,
            async update =>
            {
                if (sent is not { } id)
                    return;
                var result = await client.EditMessageAsync(message.ChannelId, id, update, cancellationToken).ConfigureAwait(false);
                if (!result.IsSuccess)
                    Log.NotDelivered(log, message.Id, result.Failure.ToError("Editing the reply to a mention").Message);
            },
            cancellationToken);

    /// <returns>The reply's id, null where it could not be sent, and whether it went without embeds.</returns>
    private async Task<(ulong? Id, bool WasPlain)> SendAsync(
        IncomingMessage message, OutgoingMessage answer, Func<OutgoingMessage> plain, CancellationToken cancellationToken)
    {
        // The nonce makes Discord give back the reply that it already has, should the request be repeated.
        var (result, wasPlain) = await EmbedFallback.SendAsync(
            answer,
            plain,
            reply => client.SendMessageAsync(message.ChannelId, reply with { ReplyTo = message.Id, Nonce = Snowflake.Write(message.Id) }, cancellationToken),
            (sent, becomes) => client.EditMessageAsync(message.ChannelId, sent, becomes, cancellationToken)).ConfigureAwait(false);
        if (!result.IsSuccess)
        {
            Log.NotDelivered(log, message.Id, result.Failure.ToError("Replying to a mention").Message);
            return (null, wasPlain);
        }

        using var document = JsonDocument.Parse(result.Body);
        return (InteractionParser.Id(document.RootElement, "id"), wasPlain);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Discord: the reply to message {Id} failed")]
        public static partial void Failed(ILogger log, Exception fault, ulong id);

        [LoggerMessage(LogLevel.Error, "Discord: message {Id} is not answered. {Why}")]
        public static partial void NotDelivered(ILogger log, ulong id, string why);
    }
}
