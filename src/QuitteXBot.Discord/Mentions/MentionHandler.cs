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
using QuitteXBot.Discord.Rest;

namespace QuitteXBot.Discord.Mentions;

/// <summary>Answers messages that mention the bot, and direct messages, by replying. Never answers a program, and no message twice.</summary>
internal sealed partial class MentionHandler(
    IAssistant assistant,
    AnswerRenderer renderer,
    IDiscordClient client,
    BotIdentity bot,
    DiscordPermissions permissions,
    DiscordOptions options,
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
            var asker = new Asker("discord", Snowflake.Write(message.AuthorId), permissions.Of(message.AuthorId, message.GuildId, message.Roles));
            var reply = await assistant.AskAsync(question.Length == 0 ? "/help" : question, asker, null, cancellationToken).ConfigureAwait(false);
            var context = new AnswerContext(
                message.AuthorId, QuestionKind.Mention, "", ImmutableDictionary<string, string>.Empty, 0, options.PlainText, Ephemeral: false);
            await SendAsync(message, renderer.Render(reply, context), () => renderer.Render(reply, context with { PlainText = true }), cancellationToken).ConfigureAwait(false);
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

    /// <summary>A message, unlike an interaction, does not say whether the bot may embed there: where the embeds were refused or dropped, the plain text goes.</summary>
    private async Task SendAsync(IncomingMessage message, OutgoingMessage answer, Func<OutgoingMessage> plain, CancellationToken cancellationToken)
    {
        // The nonce makes Discord give back the reply that it already has, should the request be repeated.
        OutgoingMessage Reply(OutgoingMessage made) => made with { ReplyTo = message.Id, Nonce = Snowflake.Write(message.Id) };
        var result = await client.SendMessageAsync(message.ChannelId, Reply(answer), cancellationToken).ConfigureAwait(false);
        if (!answer.Embeds.IsEmpty && result.Failure is { Code: DiscordErrors.MissingPermissions })
            result = await client.SendMessageAsync(message.ChannelId, Reply(plain()), cancellationToken).ConfigureAwait(false);
        else if (!answer.Embeds.IsEmpty && result.IsSuccess && SentWithoutEmbeds(result.Body) is { } sent)
            result = await client.EditMessageAsync(message.ChannelId, sent, plain(), cancellationToken).ConfigureAwait(false);
        if (!result.IsSuccess)
            Log.NotDelivered(log, message.Id, result.Failure.ToError("Replying to a mention").Message);
    }

    /// <summary>The id of the message in Discord's answer, where it says that the message has no embeds.</summary>
    private static ulong? SentWithoutEmbeds(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var hasNone = document.RootElement.TryGetProperty("embeds", out var embeds) && embeds.ValueKind == JsonValueKind.Array && embeds.GetArrayLength() == 0;
        return hasNone ? InteractionParser.Id(document.RootElement, "id") : null;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Discord: the reply to message {Id} failed")]
        public static partial void Failed(ILogger log, Exception fault, ulong id);

        [LoggerMessage(LogLevel.Error, "Discord: message {Id} is not answered. {Why}")]
        public static partial void NotDelivered(ILogger log, ulong id, string why);
    }
}
