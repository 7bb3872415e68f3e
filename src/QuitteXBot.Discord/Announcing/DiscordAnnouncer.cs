using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using QuitteXBot.Commands.Announcing;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Discord.Client;
using QuitteXBot.Discord.Configuration;
using QuitteXBot.Discord.Interactions;
using QuitteXBot.Discord.Messages;
using QuitteXBot.Discord.Rendering;
using QuitteXBot.Discord.Rest;

namespace QuitteXBot.Discord.Announcing;

/// <summary>
/// Announcements on Discord. The key is the message's enforced nonce: a message that was sent already is given back instead of being sent twice, for
/// the few minutes that Discord remembers. Rate limits are waited for by the client.
/// </summary>
internal sealed class DiscordAnnouncer(IDiscordClient client, AnswerRenderer renderer, DiscordOptions options) : IAnnouncer
{
    private static readonly TimeSpan SoonAgain = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MuchLater = TimeSpan.FromMinutes(10);

    /// <summary>Where embeds were refused or dropped, and plain text was not.</summary>
    private readonly ConcurrentDictionary<ulong, bool> plainText = new();

    public string Platform => "discord";

    public Task<Delivery> SendAsync(string channel, Reply reply, string key, bool asText, CancellationToken cancellationToken) =>
        Snowflake.TryParse(channel, out var id)
            ? DeliverAsync(id, reply, message => client.SendMessageAsync(id, message with { Nonce = key }, cancellationToken), cancellationToken)
            : Task.FromResult<Delivery>(NoSuch(channel));

    public Task<Delivery> EditAsync(string channel, string messageId, Reply reply, string key, bool asText, CancellationToken cancellationToken) =>
        Snowflake.TryParse(channel, out var id) && Snowflake.TryParse(messageId, out var number)
            ? DeliverAsync(id, reply, message => client.EditMessageAsync(id, number, message, cancellationToken), cancellationToken)
            : Task.FromResult<Delivery>(NoSuch($"{channel}/{messageId}"));

    public async Task<Delivery> NotifyAsync(string user, Reply reply, string key, CancellationToken cancellationToken)
    {
        if (!Snowflake.TryParse(user, out var id))
            return NoSuch(user);
        var opened = await client.OpenDirectAsync(id, cancellationToken).ConfigureAwait(false);
        if (!opened.IsSuccess)
            return Judge(opened);
        return IdIn(opened.Body) is { } channel
            ? await SendAsync(channel, reply, key, asText: false, cancellationToken).ConfigureAwait(false)
            : NoSuch(user);
    }

    private static Undeliverable NoSuch(string what) => new Undeliverable(ChannelIsLost: true, $"Discord has no \"{what}\".");

    private async Task<Delivery> DeliverAsync(ulong channel, Reply reply, Func<OutgoingMessage, Task<RestResult>> send, CancellationToken cancellationToken)
    {
        var (result, wasPlain) = await EmbedFallback.SendAsync(
            Render(reply, options.PlainText || plainText.ContainsKey(channel)),
            () => Render(reply, plainText: true),
            send,
            (sent, becomes) => client.EditMessageAsync(channel, sent, becomes, cancellationToken)).ConfigureAwait(false);
        if (wasPlain && result.IsSuccess)
            plainText[channel] = true;
        return Judge(result);
    }

    private OutgoingMessage Render(Reply reply, bool plainText) => renderer.Render(
        reply,
        new AnswerContext(AnswerContext.Everybody, QuestionKind.Command, "", ImmutableDictionary<string, string>.Empty, 0, plainText, Ephemeral: false));

    private static Delivery Judge(RestResult result) => result.Failure switch
    {
        null => new Delivered(IdIn(result.Body) ?? ""),
        { Kind: RestFailureKind.Refused } failure => new Undeliverable(
            failure.Code is DiscordErrors.UnknownChannel or DiscordErrors.UnknownUser or DiscordErrors.MissingAccess or DiscordErrors.MissingPermissions
                or DiscordErrors.CannotMessageUser,
            failure.ToError("Announcing").Message),
        { Kind: RestFailureKind.HeldBack or RestFailureKind.Unauthorised } failure => new DeliverLater(MuchLater, failure.ToError("Announcing").Message),
        var failure => new DeliverLater(SoonAgain, failure.ToError("Announcing").Message),
    };

    private static string? IdIn(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        return InteractionParser.Text(document.RootElement, "id");
    }
}
