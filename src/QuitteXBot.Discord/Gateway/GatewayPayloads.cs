using System.Text.Json;
using QuitteXBot.Discord.Messages;

namespace QuitteXBot.Discord.Gateway;

/// <summary>What the bot says over the gateway. https://discord.com/developers/docs/events/gateway-events#send-events</summary>
internal static class GatewayPayloads
{
    public const int Dispatch = 0;
    public const int Heartbeat = 1;
    public const int Identify = 2;
    public const int Resume = 6;
    public const int Reconnect = 7;
    public const int InvalidSession = 9;
    public const int Hello = 10;
    public const int HeartbeatAck = 11;

    /// <summary>A longer payload makes Discord close the connection with 4002.</summary>
    public const int LongestPayload = 4_096;

    /// <summary>
    /// Guilds, and that there are messages in guilds and direct messages. None of them is privileged: the content of messages comes only with
    /// those that mention the bot. https://discord.com/developers/docs/events/gateway#message-content-intent
    /// </summary>
    public const int Intents = (1 << 0) | (1 << 9) | (1 << 12);

    private const int CustomActivity = 4;

    public static ReadOnlyMemory<byte> WriteHeartbeat(long? sequence) => Write(Heartbeat, writer =>
    {
        if (sequence is { } number)
            writer.WriteNumber("d", number);
        else
            writer.WriteNull("d");
    });

    public static ReadOnlyMemory<byte> WriteIdentify(string token, int shard, int shards, string? presence) => Write(Identify, writer =>
    {
        writer.WriteStartObject("d");
        writer.WriteString("token", token);
        writer.WriteNumber("intents", Intents);
        writer.WriteStartObject("properties");
        writer.WriteString("os", OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux");
        writer.WriteString("browser", "quittexbot");
        writer.WriteString("device", "quittexbot");
        writer.WriteEndObject();
        writer.WriteStartArray("shard");
        writer.WriteNumberValue(shard);
        writer.WriteNumberValue(shards);
        writer.WriteEndArray();
        if (presence is not null)
        {
            writer.WritePropertyName("presence");
            WritePresenceObject(writer, presence);
        }

        writer.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> WriteResume(string token, string session, long sequence) => Write(Resume, writer =>
    {
        writer.WriteStartObject("d");
        writer.WriteString("token", token);
        writer.WriteString("session_id", session);
        writer.WriteNumber("seq", sequence);
        writer.WriteEndObject();
    });

    private static void WritePresenceObject(Utf8JsonWriter writer, string presence)
    {
        writer.WriteStartObject();
        writer.WriteNull("since");
        writer.WriteStartArray("activities");
        writer.WriteStartObject();
        writer.WriteString("name", "quittexbot");
        writer.WriteNumber("type", CustomActivity);
        writer.WriteString("state", presence);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteString("status", "online");
        writer.WriteBoolean("afk", false);
        writer.WriteEndObject();
    }

    private static ReadOnlyMemory<byte> Write(int op, Action<Utf8JsonWriter> data) => MessageWriter.Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("op", op);
        data(writer);
        writer.WriteEndObject();
    });
}
