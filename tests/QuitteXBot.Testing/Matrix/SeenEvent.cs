using System.Text.Json.Nodes;

namespace QuitteXBot.Testing.Matrix;

/// <summary>An event as the member's client saw it, and when it did.</summary>
public sealed record SeenEvent(string RoomId, JsonObject Source, long At)
{
    public string Id => Source["event_id"]!.GetValue<string>();

    public string Sender => Source["sender"]!.GetValue<string>();

    public string Type => Source["type"]!.GetValue<string>();

    public JsonObject Content => Source["content"]!.AsObject();

    public string? Body => Content["body"]?.GetValue<string>();

    public JsonNode? Relation => Content["m.relates_to"];

    public string? InReplyTo => Relation?["m.in_reply_to"]?["event_id"]?.GetValue<string>();

    public string? Replaces => Relation?["rel_type"]?.GetValue<string>() == "m.replace" ? Relation["event_id"]!.GetValue<string>() : null;

    public string? Redacts => Source["redacts"]?.GetValue<string>() ?? Content["redacts"]?.GetValue<string>();
}
