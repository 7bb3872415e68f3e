using QuitteXBot.Commands.Announcing;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Results;
using QuitteXBot.Matrix.Client;
using QuitteXBot.Matrix.Configuration;
using QuitteXBot.Matrix.Conversation;
using QuitteXBot.Matrix.Protocol;
using QuitteXBot.Matrix.Rendering;
using QuitteXBot.Matrix.State;

namespace QuitteXBot.Matrix.Hosting;

/// <summary>Announcements in rooms and words to single users, while the platform is connected.</summary>
public sealed class MatrixAnnouncer : IAnnouncer
{
    private static readonly TimeSpan UntilConnected = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private volatile Connection? connection;

    public string Platform => "matrix";

    public Task<Delivery> SendAsync(string channel, Reply reply, string key, bool asText, CancellationToken cancellationToken) => OverAsync(
        (to, token) => DeliverAsync(to, channel, TransactionId.For("announce", key), message => MessageContent.Notice(message, asText: asText), reply, token), cancellationToken);

    public Task<Delivery> EditAsync(string channel, string messageId, Reply reply, string key, bool asText, CancellationToken cancellationToken) => OverAsync(
        (to, token) => DeliverAsync(to, channel, TransactionId.For("announce-edit", key), message => MessageContent.Edit(message, messageId, asText), reply, token), cancellationToken);

    public Task<Delivery> NotifyAsync(string user, Reply reply, string key, CancellationToken cancellationToken) => OverAsync(
        async (to, token) =>
        {
            var chat = await to.Chats.WithAsync(user, token);
            return chat.IsSuccess
                ? await DeliverAsync(to, chat.Value, TransactionId.For("notify", key), message => MessageContent.Notice(message), reply, token)
                : Refused(chat.Error);
        },
        cancellationToken);

    /// <param name="api">At the homeserver that the bot is logged in to.</param>
    internal void Attach(MatrixApi api, IMatrixState state, MatrixOptions options, DirectChats chats) => connection = new Connection(api, state, options, chats);

    internal void Detach() => connection = null;

    private Task<Delivery> OverAsync(Func<Connection, CancellationToken, Task<Delivery>> deliver, CancellationToken cancellationToken) => connection is { } open
        ? deliver(open, cancellationToken)
        : Task.FromResult<Delivery>(new DeliverLater(UntilConnected, "Matrix is not connected."));

    private static async Task<Delivery> DeliverAsync(
        Connection to, string roomId, string transaction, Func<MatrixMessage, ReadOnlyMemory<byte>> content, Reply reply, CancellationToken cancellationToken)
    {
        if (to.State.Room(roomId) is { Encrypted: true })
            return new Undeliverable(ChannelIsLost: true, "The room is encrypted now.");
        var message = MatrixRenderer.Render(reply, to.Options.PrefixIn(roomId));
        var sent = await to.Api.SendAsync(roomId, EventTypes.Message, transaction, content(message), cancellationToken, Patience.Polite);
        return sent.IsSuccess ? new Delivered(sent.Value) : Refused(sent.Error);
    }

    private static Delivery Refused(Error error) => error.Code switch
    {
        MatrixErrors.Forbidden or MatrixErrors.NotFound => new Undeliverable(ChannelIsLost: true, error.Message),
        MatrixErrors.EventTooLarge or MatrixErrors.BadJson or MatrixErrors.InvalidUser => new Undeliverable(ChannelIsLost: false, error.Message),
        _ => new DeliverLater(AfterFailure, error.Message),
    };

    private sealed record Connection(MatrixApi Api, IMatrixState State, MatrixOptions Options, DirectChats Chats);
}
