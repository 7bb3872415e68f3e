using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using QuitteXBot.Commands;
using QuitteXBot.Core.Results;
using QuitteXBot.Matrix.Client;

namespace QuitteXBot.Matrix.Permissions;

/// <summary>
/// What an asker may do, wherever they ask: a direct chat has power levels of its own. A power level counts for who is in the room; it is
/// read when somebody asks, and is remembered for a minute.
/// </summary>
internal sealed partial class AskerPermissions(MatrixApi api, ImmutableArray<MatrixGrant> grants, TimeProvider time, ILogger<AskerPermissions> logger)
{
    private const int MostRemembered = 1000;
    private static readonly TimeSpan Remembers = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (Permission Permission, DateTimeOffset Until)> remembered = new(StringComparer.Ordinal);

    public async ValueTask<Permission> OfAsync(string userId, CancellationToken cancellationToken)
    {
        var permission = grants.Where(grant => grant.UserId == userId).Select(grant => grant.Permission).DefaultIfEmpty(Permission.Community).Max();
        var byRoom = grants.Where(grant => grant.RoomId is not null && grant.Permission > permission).OrderByDescending(grant => grant.Permission).ToList();
        if (byRoom.Count == 0)
            return permission;
        if (Recall(userId) is { } known)
            return known;
        foreach (var grant in byRoom)
        {
            if (await HasLevelAsync(userId, grant, cancellationToken))
            {
                permission = grant.Permission;
                break;
            }
        }

        Remember(userId, permission);
        return permission;
    }

    private async Task<bool> HasLevelAsync(string userId, MatrixGrant grant, CancellationToken cancellationToken)
    {
        var room = grant.RoomId!;
        using var levels = Told(await api.StateAsync(room, "m.room.power_levels", "", cancellationToken), room);
        using var create = Told(await api.StateAsync(room, "m.room.create", "", cancellationToken), room);
        if (create is null || PowerLevels.Of(userId, levels?.RootElement.Object("content"), create.RootElement) < grant.Level)
            return false;
        using var member = Told(await api.StateAsync(room, "m.room.member", userId, cancellationToken), room);
        return member?.RootElement.Object("content")?.Text("membership") == "join";
    }

    /// <summary>A room without such an event answers that there is none; a room that the bot is not in answers nothing.</summary>
    private JsonDocument? Told(Result<JsonDocument> state, string roomId)
    {
        if (state.Error is { Code: not MatrixErrors.NotFound } error)
            LogUnread(roomId, error.ToString());
        return state.Value;
    }

    private Permission? Recall(string userId)
    {
        lock (gate)
            return remembered.TryGetValue(userId, out var known) && known.Until > time.GetUtcNow() ? known.Permission : null;
    }

    private void Remember(string userId, Permission permission)
    {
        lock (gate)
        {
            if (remembered.Count >= MostRemembered)
                remembered.Clear();
            remembered[userId] = (permission, time.GetUtcNow() + Remembers);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Matrix: power levels in {RoomId} cannot be read, so that nobody has a permission by them; is the bot in that room? {Fault}")]
    private partial void LogUnread(string roomId, string fault);
}
