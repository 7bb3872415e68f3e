using QuitteXBot.Matrix.Configuration;
using QuitteXBot.Matrix.Conversation;
using QuitteXBot.Matrix.Protocol;
using QuitteXBot.Matrix.State;

namespace QuitteXBot.Matrix.Sync;

/// <summary>Makes of one answer of /sync what is to be done and remembered. Rooms are taken one by one as they arrive.</summary>
/// <param name="since">The position before it, or null the first time: then nothing is answered, because everything is history.</param>
internal sealed class SyncRound(
    string? since, MatrixOptions options, BotIdentity bot, Candidates candidates, IMatrixState state, IRoomEncryption encryption)
{
    private readonly List<RoomRecord> rooms = [];
    private readonly List<string> leftRooms = [];
    private readonly List<PendingRoom> pending = [];
    private readonly List<WorkItem> work = [];

    /// <summary>The events behind the work, by id.</summary>
    public Dictionary<string, RoomEvent> Events { get; } = new(StringComparer.Ordinal);

    public void Take(RoomUpdate update)
    {
        switch (update)
        {
            case JoinedRoom joined:
                TakeJoined(joined);
                break;
            case InvitedRoom invited:
                rooms.Add(new RoomRecord(invited.RoomId, Joined: false, Direct: invited.IsDirect));
                work.Add(new WorkItem(InviteRules.Accepts(options, invited.Inviter) ? WorkKind.Join : WorkKind.Refuse, invited.RoomId, Once("invite", invited.RoomId)));
                break;
            case LeftRoom left:
                leftRooms.Add(left.RoomId);
                break;
        }
    }

    public async Task<SyncOutcome> CompleteAsync(string token, GapFiller gaps, CancellationToken cancellationToken)
    {
        foreach (var room in pending)
        {
            var missed = room.GapBefore is { } from ? await gaps.FillAsync(room.Record.RoomId, from, room.WasJoined ? since : null, cancellationToken) : new List<RoomEvent>();
            // A room whose past cannot be read (the bot was thrown out meanwhile) goes on from here.
            AddQuestions(room, missed.Value ?? []);
        }

        return new SyncOutcome(token, rooms, leftRooms, work);
    }

    private void TakeJoined(JoinedRoom update)
    {
        var known = state.Room(update.RoomId);
        var before = known ?? new RoomRecord(update.RoomId);
        var isEncrypted = before.Encrypted || update.Encrypted || update.Events.Any(item => item.Type == EventTypes.Encryption && item.StateKey == "");
        var record = before with { Joined = true, Encrypted = isEncrypted, Members = update.JoinedMembers ?? before.Members };
        if (record != before)
            rooms.Add(record);
        if (since is null)
            return;

        // A room that the bot is just making has nobody in it before the invitation is out.
        var isBeingMade = known is null or { Joined: true, Members: 0 };
        if (update.JoinedMembers == 1 && (update.InvitedMembers ?? 0) == 0 && !isBeingMade)
        {
            work.Add(new WorkItem(WorkKind.Leave, update.RoomId, Once("leave", update.RoomId)));
            return;
        }

        var coming = update.Events.LastOrDefault(item => OwnMembership.IsComing(item, bot));
        if (isEncrypted && !encryption.IsAvailable)
        {
            if (!before.Encrypted)
                work.Add(new WorkItem(WorkKind.Warn, update.RoomId, Once("warn", update.RoomId)));
            return;
        }

        if (!before.Joined)
            work.Add(new WorkItem(WorkKind.Greet, update.RoomId, coming is null ? Once("greet", update.RoomId) : "greet:" + coming.EventId));
        var room = new PendingRoom(record, before.Joined, coming is null ? update.GapBefore : null, update.Events);
        if (room.GapBefore is null)
            AddQuestions(room, []);
        else
            pending.Add(room);
    }

    /// <summary>Only what came after the bot did is for it: what was said before is the room's history.</summary>
    private void AddQuestions(PendingRoom room, IReadOnlyList<RoomEvent> missed)
    {
        var events = missed.Concat(room.Events).ToList();
        var coming = events.FindLastIndex(item => OwnMembership.IsComing(item, bot));
        if (coming < 0 && !room.WasJoined)
            return;
        foreach (var item in events.Skip(coming + 1))
        {
            if (!candidates.Pick(item, room.Record))
                continue;
            work.Add(new WorkItem(WorkKind.Event, item.RoomId, item.EventId));
            Events.TryAdd(item.EventId, item);
        }
    }

    /// <summary>The same answer of /sync, given again after a crash, makes the same key.</summary>
    private string Once(string what, string roomId) => $"{what}:{roomId}:{since}";

    private sealed record PendingRoom(RoomRecord Record, bool WasJoined, string? GapBefore, IReadOnlyList<RoomEvent> Events);
}
