using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using QuitteXBot.Core.Results;
using QuitteXBot.Discord.Gateway;
using QuitteXBot.Testing;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Discord.Tests.Gateway;

/// <summary>A shard with a clock that stands still and connections that the test speaks over.</summary>
internal sealed class ScriptedShard : IGatewayEvents, IAsyncDisposable
{
    private readonly Channel<ScriptedTransport> connections = Channel.CreateUnbounded<ScriptedTransport>();
    private readonly CancellationTokenSource stopping = new();

    public ScriptedShard(Error? refuse = null, int shard = 0, int shards = 1, string? presence = null, int sessionsRemaining = 1_000)
    {
        var identity = new ShardIdentity("the.token.x", new Uri("wss://first.example"), shard, shards, presence);
        var gate = new IdentifyGate(Time, 1, sessionsRemaining, TimeSpan.FromHours(4));
        var runner = new GatewayShard(identity, NewTransport, this, gate, Health.Of(shard), Time, () => 0.5, NullLogger.Instance);
        Refuse = refuse;
        Run = runner.RunAsync(stopping.Token);
    }

    public ManualTimeProvider Time { get; } = new();

    public GatewayHealth Health { get; } = new();

    public ConcurrentQueue<string> Dispatched { get; } = new();

    public Task<Error?> Run { get; }

    public Error? Refuse { get; set; }

    /// <summary>The next connection that the bot opens. The clock goes on until it does.</summary>
    public async Task<ScriptedTransport> NextAsync()
    {
        for (var waited = 0; ; waited++)
        {
            if (connections.Reader.TryRead(out var transport))
                return transport;
            Assert.True(waited < 5_000, "no connection was opened");
            Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(1);
        }
    }

    /// <summary>Opens a connection and identifies on it.</summary>
    public async Task<ScriptedTransport> ReadyAsync()
    {
        var connection = await NextAsync();
        connection.SayHello();
        Assert.Equal(2, (await connection.HearAsync())["op"]!.GetValue<int>());
        connection.SayReady();
        await Waiting.UntilAsync(() => Health.IsHealthy, TimeSpan.FromSeconds(5), "not ready");
        return connection;
    }

    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        await Run.WaitAsync(TimeSpan.FromSeconds(10));
    }

    public void OnDispatch(string type, JsonElement data) => Dispatched.Enqueue(type);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stopping.Dispose();
    }

    private ScriptedTransport NewTransport()
    {
        var transport = new ScriptedTransport { RefuseWith = Refuse };
        connections.Writer.TryWrite(transport);
        return transport;
    }
}
