using QuitteXBot.Core.Results;
using QuitteXBot.Matrix.Client;
using QuitteXBot.Matrix.Configuration;
using QuitteXBot.Matrix.State;

namespace QuitteXBot.Matrix.Conversation;

/// <summary>Comes into rooms, says hello, and goes.</summary>
internal sealed class RoomHandler(MatrixApi api, IMatrixState state, MatrixOptions options, BotIdentity bot, Outbox outbox)
{
    public async Task<Result<Handling>> HandleAsync(WorkItem item, CancellationToken cancellationToken) => item.Kind switch
    {
        WorkKind.Join => Nothing(await api.JoinAsync(item.RoomId, cancellationToken)),
        WorkKind.Refuse or WorkKind.Leave => Nothing(await api.LeaveAsync(item.RoomId, cancellationToken)),
        WorkKind.Greet => await outbox.SayAsync(
            Texts.Greeting(options.PrefixIn(item.RoomId), state.Room(item.RoomId)?.IsPrivate ?? false), item.RoomId, item.Key, null, cancellationToken),
        WorkKind.Warn => await outbox.SayAsync(Texts.Encrypted(bot.UserId), item.RoomId, item.Key, null, cancellationToken),
        _ => throw new InvalidOperationException($"{item.Kind} is no work with a room."),
    };

    private static Result<Handling> Nothing(Result<bool> result) => result.IsSuccess ? Handling.Nothing : result.Error;
}
