using System.Text.Json;
using QuitteXBot.Matrix.Client;

namespace QuitteXBot.Matrix.Protocol;

/// <summary>Reads one room of an answer of /sync.</summary>
internal static class RoomUpdateReader
{
    /// <param name="section"><c>join</c>, <c>invite</c> or <c>leave</c>.</param>
    /// <param name="userId">The bot's own.</param>
    public static RoomUpdate? Read(string section, string roomId, JsonElement room, string userId) => section switch
    {
        "join" => Joined(roomId, room),
        "invite" => Invited(roomId, room, userId),
        "leave" => new LeftRoom(roomId),
        _ => null,
    };

    private static JoinedRoom Joined(string roomId, JsonElement room)
    {
        var timeline = room.Object("timeline") ?? default;
        var summary = room.Object("summary") ?? default;
        var encrypted = (room.Object("state") ?? default).Array("events").Any(item => item.Text("type") == EventTypes.Encryption);
        return new JoinedRoom(
            roomId,
            [.. timeline.Array("events").Select(item => EventReader.Read(item, roomId)).OfType<RoomEvent>()],
            timeline.Flag("limited") ? timeline.Text("prev_batch") : null,
            encrypted,
            summary.Number("m.joined_member_count"),
            summary.Number("m.invited_member_count"));
    }

    private static InvitedRoom Invited(string roomId, JsonElement room, string userId)
    {
        var state = room.Object("invite_state") ?? default;
        foreach (var item in state.Array("events"))
        {
            if (item.Text("type") == EventTypes.Member && item.Text("state_key") == userId && item.Object("content") is { } content && content.Text("membership") == "invite")
                return new InvitedRoom(roomId, item.Text("sender") ?? "", content.Flag("is_direct"));
        }

        return new InvitedRoom(roomId, "", false);
    }
}
