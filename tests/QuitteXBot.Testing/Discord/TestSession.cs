using System.Text.Json.Nodes;

namespace QuitteXBot.Testing.Discord;

/// <summary>A gateway session: what was dispatched in it, so that a resume can replay, and the connection that it has at the moment.</summary>
internal sealed class TestSession(string id, int intents, int shard, int shards, int mostKept)
{
    private readonly Lock gate = new();
    private readonly Queue<string> events = new();
    private int last;
    private GatewaySocket? socket;

    public string Id { get; } = id;

    public int Intents { get; } = intents;

    public int Shard { get; } = shard;

    public int Shards { get; } = shards;

    public int Last
    {
        get
        {
            lock (gate)
                return last;
        }
    }

    public GatewaySocket? Socket
    {
        get
        {
            lock (gate)
                return socket;
        }
    }

    public void Dispatch(string type, JsonNode data)
    {
        lock (gate)
        {
            var payload = Keep(type, data);
            socket?.Enqueue(payload, isEvent: true);
        }
    }

    public void Attach(GatewaySocket connection)
    {
        lock (gate)
            socket = connection;
    }

    /// <summary>Sends what was missed, then RESUMED, and from then on everything new, without a gap.</summary>
    public void Resume(GatewaySocket connection, int seen)
    {
        lock (gate)
        {
            foreach (var missed in events.Skip(seen - (last - events.Count)))
                connection.Enqueue(missed, isEvent: true);
            connection.Enqueue(Keep("RESUMED", new JsonObject { ["_trace"] = new JsonArray() }), isEvent: false);
            socket = connection;
        }
    }

    public void Detach(GatewaySocket connection)
    {
        lock (gate)
        {
            if (socket == connection)
                socket = null;
        }
    }

    private string Keep(string type, JsonNode data)
    {
        var payload = $$"""{"op":0,"s":{{++last}},"t":"{{type}}","d":{{data.ToJsonString()}}}""";
        events.Enqueue(payload);
        if (events.Count > mostKept)
            events.Dequeue();
        return payload;
    }
}
