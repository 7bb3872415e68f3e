using System.Text.Json.Nodes;

namespace QuitteXBot.Matrix.Tests.Fakes;

/// <summary>An event as the fake homeserver holds it.</summary>
internal sealed record FakeEvent(string Id, string RoomId, string Sender, string Type, JsonObject Content, long SentAt, string? StateKey = null, string? Redacts = null)
{
    public JsonObject? PreviousContent { get; init; }

    public bool IsRedacted { get; set; }

    public string? Body => Content["body"]?.GetValue<string>();

    public string? InReplyTo => Content["m.relates_to"]?["m.in_reply_to"]?["event_id"]?.GetValue<string>();

    public string? Replaces => Content["m.relates_to"]?["rel_type"]?.GetValue<string>() == "m.replace" ? Content["m.relates_to"]!["event_id"]!.GetValue<string>() : null;

    public JsonObject ToJson(long now)
    {
        var unsigned = new JsonObject { ["age"] = now - SentAt };
        if (PreviousContent is not null)
            unsigned["prev_content"] = PreviousContent.DeepClone();
        if (IsRedacted)
            unsigned["redacted_because"] = new JsonObject();
        var json = new JsonObject
        {
            ["event_id"] = Id,
            ["sender"] = Sender,
            ["type"] = Type,
            ["origin_server_ts"] = SentAt,
            ["content"] = IsRedacted ? new JsonObject() : Content.DeepClone(),
            ["unsigned"] = unsigned,
        };
        if (StateKey is not null)
            json["state_key"] = StateKey;
        if (Redacts is not null)
            json["redacts"] = Redacts;
        return json;
    }
}
