using System.Text.Json;
using System.Text.Json.Nodes;
using QuitteXBot.Core.Results;
using QuitteXBot.Matrix.Client;
using QuitteXBot.Matrix.Configuration;
using QuitteXBot.Matrix.State;

namespace QuitteXBot.Matrix.Conversation;

/// <summary>
/// The rooms in which the bot talks with one user alone: the one they made, or one that the bot makes when it has something to say to them. They are remembered, and
/// told to the homeserver as <c>m.direct</c> (https://spec.matrix.org/latest/client-server-api/#direct-messaging) for when the bot's own memory is lost.
/// </summary>
internal sealed class DirectChats(MatrixApi api, IMatrixState state, BotIdentity bot)
{
    private const string AccountData = "m.direct";

    private readonly Lock gate = new();
    private Task last = Task.CompletedTask;

    /// <summary>A user said something where nobody else is.</summary>
    public void Note(string userId, RoomRecord room)
    {
        if (room.IsPrivate && state.DirectChatWith(userId) != room.RoomId)
            state.KeepDirectChat(userId, room.RoomId);
    }

    /// <summary>The room with that user; one is made, and they are invited, where there is none. One call at a time, so that only one is made.</summary>
    public async Task<Result<string>> WithAsync(string userId, CancellationToken cancellationToken)
    {
        if (!UserName.IsValid(userId))
            return new Error(MatrixErrors.InvalidUser, "This is no user of Matrix.", userId);
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before;
        lock (gate)
            (before, last) = (last, turn.Task);
        await before;
        try
        {
            if (state.DirectChatWith(userId) is { } known && await IsUsableAsync(known, userId, cancellationToken))
                return known;
            var told = await ToldAsync(cancellationToken);
            foreach (var room in RoomsWith(userId, told))
            {
                if (!await IsUsableAsync(room, userId, cancellationToken))
                    continue;
                state.KeepDirectChat(userId, room);
                return room;
            }

            var made = await api.CreateDirectChatAsync(userId, cancellationToken);
            if (!made.IsSuccess)
                return made.Error;
            state.KeepDirectChat(userId, made.Value);
            await TellAsync(userId, made.Value, told, cancellationToken);
            return made.Value;
        }
        finally
        {
            turn.SetResult();
        }
    }

    /// <summary>Somebody else may have taken the user's place in a room with two members.</summary>
    private async Task<bool> IsUsableAsync(string roomId, string userId, CancellationToken cancellationToken)
    {
        if (state.Room(roomId) is not { Joined: true, IsPrivate: true, Encrypted: false })
            return false;
        var member = await api.StateAsync(roomId, Protocol.EventTypes.Member, userId, cancellationToken);
        using var told = member.Value;
        return told?.RootElement.Object("content")?.Text("membership") is "join" or "invite";
    }

    private async Task<JsonObject> ToldAsync(CancellationToken cancellationToken)
    {
        var answer = await api.AccountDataAsync(bot.UserId, AccountData, cancellationToken);
        using var told = answer.Value;
        return told is { RootElement.ValueKind: JsonValueKind.Object } ? JsonObject.Create(told.RootElement.Clone())! : [];
    }

    private static List<string> RoomsWith(string userId, JsonObject told) =>
        told[userId] is JsonArray rooms ? [.. rooms.OfType<JsonValue>().Where(room => room.GetValueKind() == JsonValueKind.String).Select(room => room.GetValue<string>())] : [];

    /// <summary>Best effort: the bot itself remembers.</summary>
    private async Task TellAsync(string userId, string roomId, JsonObject told, CancellationToken cancellationToken)
    {
        told[userId] = new JsonArray([.. RoomsWith(userId, told).Append(roomId).Select(room => (JsonNode)room)]);
        await api.KeepAccountDataAsync(bot.UserId, AccountData, JsonSerializer.SerializeToUtf8Bytes(told), cancellationToken);
    }
}
