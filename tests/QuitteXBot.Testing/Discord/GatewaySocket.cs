using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace QuitteXBot.Testing.Discord;

/// <summary>One connection to the gateway of the Discord for tests, with every rule that it closes a connection for.</summary>
internal sealed class GatewaySocket(TestDiscord discord, WebSocket socket, bool compress, bool isResumeAddress) : IDisposable
{
    private const int LongestPayload = 4_096;
    private const int MostSends = 120;
    private const int PrivilegedIntents = (1 << 1) | (1 << 8) | (1 << 15);
    private const int AllIntents = (1 << 26) - 1;

    private readonly Channel<(string Text, bool IsEvent)> outgoing = Channel.CreateUnbounded<(string, bool)>();
    private readonly Queue<DateTimeOffset> sends = new();
    private readonly MemoryStream packed = new();
    private readonly CancellationTokenSource ended = new();
    private ZLibStream? packer;
    private TestSession? session;

    public async Task RunAsync()
    {
        packer = compress ? new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true) : null;
        Enqueue(new JsonObject { ["op"] = 10, ["d"] = new JsonObject { ["heartbeat_interval"] = discord.Options.HeartbeatInterval, ["_trace"] = new JsonArray() } }.ToJsonString(), false);
        var writing = WriteAsync();
        try
        {
            await ReadAsync();
        }
        catch (Exception fault) when (fault is WebSocketException or IOException or OperationCanceledException or InvalidOperationException)
        {
            // The client went away, or a fault on demand broke the connection.
        }

        session?.Detach(this);
        await ended.CancelAsync();
        await writing;
    }

    public void Dispose()
    {
        packer?.Dispose();
        packed.Dispose();
        ended.Dispose();
    }

    public void Enqueue(string text, bool isEvent) => outgoing.Writer.TryWrite((text, isEvent));

    /// <summary>Breaks the connection without a close code.</summary>
    public void Break()
    {
        session?.Detach(this);
        socket.Abort();
    }

    public async Task CloseAsync(int code, string reason)
    {
        discord.Note($"gateway: closed with {code}");
        session?.Detach(this);
        try
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, CancellationToken.None);
        }
        catch (Exception fault) when (fault is WebSocketException or InvalidOperationException or IOException)
        {
            // Already gone.
        }
    }

    private async Task WriteAsync()
    {
        string? held = null;
        try
        {
            await foreach (var (text, isEvent) in outgoing.Reader.ReadAllAsync(ended.Token))
            {
                if (discord.Faults.Zombie)
                    continue;
                var drop = isEvent ? discord.NextDrop() : Drop.No;
                if (drop == Drop.Before)
                {
                    Break();
                    return;
                }

                if (isEvent && discord.Faults.OutOfOrder && held is null)
                {
                    held = text;
                    continue;
                }

                await SendAsync(text);
                if (isEvent && discord.Faults.Duplicate)
                    await SendAsync(text);
                if (held is not null)
                {
                    await SendAsync(held);
                    held = null;
                }

                if (drop == Drop.After)
                {
                    Break();
                    return;
                }
            }
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or IOException or InvalidOperationException or ObjectDisposedException)
        {
            // The connection ended.
        }
    }

    private async Task SendAsync(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (packer is null)
        {
            await socket.SendAsync(bytes, WebSocketMessageType.Text, true, ended.Token);
            return;
        }

        packed.SetLength(0);
        packer.Write(bytes);
        packer.Flush();
        await socket.SendAsync(packed.ToArray(), WebSocketMessageType.Binary, true, ended.Token);
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        while (socket.State == WebSocketState.Open)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                length += part.Count;
            }
            while (!part.EndOfMessage && length < buffer.Length);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                var code = (int?)socket.CloseStatus;
                discord.Note($"gateway: the client closed with {code}");
                if (code is 1000 or 1001 && session is not null)
                    discord.EndSession(session);
                await CloseAsync(code ?? 1000, "");
                return;
            }

            if (length > LongestPayload)
            {
                await CloseAsync(4002, "Payload too large.");
                return;
            }

            if (!await TakeAsync(buffer.AsMemory(0, length)))
                return;
        }
    }

    private async Task<bool> TakeAsync(ReadOnlyMemory<byte> bytes)
    {
        var now = discord.Time.GetUtcNow();
        while (sends.TryPeek(out var oldest) && oldest + TimeSpan.FromSeconds(60) <= now)
            sends.Dequeue();
        sends.Enqueue(now);
        if (sends.Count > MostSends)
            return await RefuseAsync(4008, "You are being rate limited.");
        if (Parse(bytes) is not { } payload || ComponentRules.Number(payload["op"]) is not { } op)
            return await RefuseAsync(4002, "Error while decoding payload.");
        switch (op)
        {
            case 1:
                discord.CountHeartbeat();
                Enqueue("""{"op":11,"d":null,"s":null,"t":null}""", false);
                return true;
            case 2:
                return await IdentifyAsync(payload["d"] as JsonObject ?? []);
            case 6:
                return await ResumeAsync(payload["d"] as JsonObject ?? []);
            case 3 or 4 or 8:
                return session is not null || await RefuseAsync(4003, "Not authenticated.");
            default:
                return await RefuseAsync(4001, "Unknown opcode.");
        }
    }

    private async Task<bool> IdentifyAsync(JsonObject data)
    {
        if (session is not null)
            return await RefuseAsync(4005, "Already authenticated.");
        if (TokenOf(data) != discord.Token)
            return await RefuseAsync(4004, "Authentication failed.");
        var intents = ComponentRules.Number(data["intents"]) ?? -1;
        if (intents < 0 || (intents & ~AllIntents) != 0)
            return await RefuseAsync(4013, "Invalid intent(s).");
        if ((intents & PrivilegedIntents) != 0)
            return await RefuseAsync(4014, "Disallowed intent(s).");
        if (data["properties"] is not JsonObject)
            return await RefuseAsync(4002, "Error while decoding payload.");
        var (shard, shards) = data["shard"] is JsonArray { Count: 2 } pair ? (pair[0]!.GetValue<int>(), pair[1]!.GetValue<int>()) : (0, 1);
        if (shard < 0 || shard >= shards)
            return await RefuseAsync(4010, "Invalid shard.");
        if (!discord.MayIdentify(shard))
        {
            Enqueue("""{"op":9,"d":false}""", false);
            return true;
        }

        session = discord.BeginSession(this, intents, shard, shards);
        return true;
    }

    private async Task<bool> ResumeAsync(JsonObject data)
    {
        if (session is not null)
            return await RefuseAsync(4005, "Already authenticated.");
        if (TokenOf(data) != discord.Token)
            return await RefuseAsync(4004, "Authentication failed.");
        var seen = ComponentRules.Number(data["seq"]) ?? -1;
        var known = discord.FindSession(MessageRules.Text(data["session_id"]));
        if (known is null || discord.Faults.RefuseResume)
        {
            if (known is not null)
                discord.EndSession(known);
            discord.Note("gateway: resume refused");
            Enqueue("""{"op":9,"d":false}""", false);
            return true;
        }

        if (seen < 0 || seen > known.Last)
            return await RefuseAsync(4007, "Invalid seq.");
        discord.Note(isResumeAddress ? "gateway: resumed" : "gateway: resumed at the wrong address");
        session = known;
        known.Resume(this, seen);
        return true;
    }

    private static string? TokenOf(JsonObject data) => MessageRules.Text(data["token"]);

    private async Task<bool> RefuseAsync(int code, string reason)
    {
        await CloseAsync(code, reason);
        return false;
    }

    private static JsonObject? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonNode.Parse(bytes.Span) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

internal enum Drop
{
    No,
    Before,
    After,
}
