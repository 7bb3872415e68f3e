using System.Collections.Concurrent;

namespace QuitteXBot.Discord.Gateway;

/// <summary>How each connection to the gateway fares; read by the health check and by <c>status</c>.</summary>
public sealed class GatewayHealth
{
    private readonly ConcurrentDictionary<int, ShardHealth> shards = new();

    /// <summary>Whether every shard is connected and acknowledged its last heartbeat.</summary>
    public bool IsHealthy => !shards.IsEmpty && shards.Values.All(shard => shard.State == ShardState.Connected);

    public IReadOnlyList<ShardHealth> Shards => [.. shards.Values.OrderBy(shard => shard.Shard)];

    internal ShardHealth Of(int shard) => shards.GetOrAdd(shard, number => new ShardHealth(number));
}

public enum ShardState
{
    Connecting,
    Connected,
    Disconnected,

    /// <summary>Given up: <see cref="ShardHealth.LastEnd"/> says why.</summary>
    Failed,
}

/// <summary>The state of one connection and what befell it since the start.</summary>
public sealed class ShardHealth(int shard)
{
    public int Shard { get; } = shard;

    public ShardState State { get; internal set; } = ShardState.Connecting;

    /// <summary>From the last heartbeat to its acknowledgement.</summary>
    public TimeSpan? Latency { get; internal set; }

    public DateTimeOffset? LastAcknowledged { get; internal set; }

    public int Identified { get; internal set; }

    public int Resumed { get; internal set; }

    /// <summary>Connections replaced because a heartbeat went unanswered.</summary>
    public int Zombies { get; internal set; }

    /// <summary>How the last connection ended.</summary>
    public string? LastEnd { get; internal set; }
}
