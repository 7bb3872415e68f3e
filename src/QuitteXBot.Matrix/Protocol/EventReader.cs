using System.Collections.Immutable;
using System.Text.Json;
using QuitteXBot.Matrix.Client;

namespace QuitteXBot.Matrix.Protocol;

/// <summary>Reads events as others sent them: whatever has not the expected shape is left out, and an event without an id is no event.</summary>
internal static class EventReader
{
    private const int LongestId = 255;
    private const int MostMentions = 1000;

    public static RoomEvent? Read(JsonElement item, string roomId)
    {
        try
        {
            return ReadEvent(item, roomId);
        }
        catch (InvalidOperationException)
        {
            // JSON may escape half a surrogate pair, in a name too, which .NET refuses to decode.
            return null;
        }
    }

    /// <summary>The content of an event; the state that comes with an invitation has events without ids.</summary>
    public static EventContent ReadContent(JsonElement content) =>
        Plain(content) with { Replacement = content.Object("m.new_content") is { } replacement ? Plain(replacement) : null };

    private static RoomEvent? ReadEvent(JsonElement item, string roomId)
    {
        if (item.Text("type") is not { } type || item.Text("sender") is not { } sender || item.Text("event_id") is not { } eventId || !IsEventId(eventId))
            return null;
        var content = item.Object("content");
        var unsigned = item.Object("unsigned");
        var isRedaction = type == EventTypes.Redaction;
        return new RoomEvent
        {
            EventId = eventId,
            RoomId = roomId,
            Sender = sender,
            Type = type,
            StateKey = item.Text("state_key"),
            SentAt = item.Number("origin_server_ts") ?? 0,
            Age = unsigned?.Number("age"),
            Content = content is { } own ? ReadContent(own) : EventContent.Empty,
            Redacts = isRedaction ? EventIdOrNull(item.Text("redacts") ?? content?.Text("redacts")) : null,
            IsRedacted = unsigned?.Object("redacted_because") is not null,
            LastEdit = unsigned is { } added ? LastEditOf(added, sender) : null,
            PreviousMembership = unsigned?.Object("prev_content")?.Text("membership"),
        };
    }

    private static EventContent Plain(JsonElement content)
    {
        var relation = content.Object("m.relates_to");
        return new EventContent
        {
            MessageType = content.Text("msgtype"),
            Body = content.Text("body"),
            FormattedBody = content.Text("format") == "org.matrix.custom.html" ? content.Text("formatted_body") : null,
            FileName = content.Text("filename"),
            Url = content.Text("url"),
            RelationType = relation?.Text("rel_type"),
            RelatesTo = EventIdOrNull(relation?.Text("event_id")),
            InReplyTo = EventIdOrNull(relation?.Object("m.in_reply_to")?.Text("event_id")),
            Key = relation?.Text("key"),
            Mentions = MentionsOf(content),
            Membership = content.Text("membership"),
            IsDirect = content.Flag("is_direct"),
        };
    }

    private static ImmutableArray<string>? MentionsOf(JsonElement content) =>
        content.Object("m.mentions") is { } mentions
            ? [.. mentions.Array("user_ids").Where(id => id.ValueKind == JsonValueKind.String).Take(MostMentions).Select(id => id.GetString()!)]
            : null;

    private static EventContent? LastEditOf(JsonElement unsigned, string sender)
    {
        var edit = unsigned.Object("m.relations")?.Object("m.replace");
        return edit?.Text("sender") == sender && edit?.Object("content")?.Object("m.new_content") is { } content ? Plain(content) : null;
    }

    private static string? EventIdOrNull(string? id) => id is not null && IsEventId(id) ? id : null;

    private static bool IsEventId(string id) => id.Length is > 1 and <= LongestId && id[0] == '$';
}
