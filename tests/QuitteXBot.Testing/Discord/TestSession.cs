using System.Text.Json.Nodes;

namespace QuitteXBot.Testing.Discord;

/// <summary>A gateway session: what was dispatched in it, so that a resume can replay, and the connection that it has at the moment.</summary>
internal sealed class TestSession(string id, int intents, int shard, int shards)
{
    private readonly Lock gate = new();
    private readonly List<JsonObject> events = [];
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
                return events.Count;
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
            var payload = new JsonObject { ["op"] = 0, ["s"] = events.Count + 1, ["t"] = type, ["d"] = data.DeepClone() };
            events.Add(payload);
            socket?.Enqueue(payload.ToJsonString(), isEvent: true);
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
            foreach (var missed in events.Skip(seen))
                connection.Enqueue(missed.ToJsonString(), isEvent: true);
            var resumed = new JsonObject { ["op"] = 0, ["s"] = events.Count + 1, ["t"] = "RESUMED", ["d"] = new JsonObject { ["_trace"] = new JsonArray() } };
            events.Add(resumed);
            connection.Enqueue(resumed.ToJsonString(), isEvent: false);
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
}
