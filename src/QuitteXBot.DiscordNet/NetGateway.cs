using Microsoft.Extensions.Logging;
using QuitteXBot.Core.Results;
using QuitteXBot.Discord.Client;
using QuitteXBot.Discord.Configuration;
using QuitteXBot.Discord.Gateway;
using QuitteXBot.DiscordNet.Reading;
using QuitteXBot.DiscordNet.Writing;
using Net = global::Discord;

namespace QuitteXBot.DiscordNet;

/// <summary>Holds Discord.Net's connections to the gateway, and hands on what arrives without keeping its receiving task waiting.</summary>
internal sealed partial class NetGateway(
    Net.WebSocket.DiscordShardedClient client,
    DiscordOptions options,
    NetCalls calls,
    DiscordEvents events,
    GatewayHealth health,
    TimeProvider time,
    ILogger log)
{
    /// <summary>Discord.Net waits at most a minute between its tries; a shard that is away for longer was given up by it.</summary>
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(15);

    private readonly TaskCompletionSource<Error> fatal = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<int, DateTimeOffset> away = [];

    /// <summary>Until the bot stops (null) or Discord refuses for good.</summary>
    public async Task<Error?> HoldAsync(CancellationToken stopping)
    {
        foreach (var shard in client.Shards)
            health.Of(shard.ShardId);
        client.InteractionCreated += OnInteraction;
        client.MessageReceived += OnMessage;
        client.ShardConnected += OnConnected;
        client.ShardReady += OnReady;
        client.ShardDisconnected += OnDisconnected;
        client.ShardLatencyUpdated += OnLatency;
        try
        {
            if (options.Presence is { } presence)
                await client.SetCustomStatusAsync(presence).ConfigureAwait(false);
            await client.StartAsync().ConfigureAwait(false);
            while (!fatal.Task.IsCompleted)
            {
                await Task.WhenAny(fatal.Task, Task.Delay(Round, time, stopping)).ConfigureAwait(false);
                stopping.ThrowIfCancellationRequested();
                await StartAgainAsync().ConfigureAwait(false);
            }

            return await fatal.Task.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            client.InteractionCreated -= OnInteraction;
            client.MessageReceived -= OnMessage;
            client.ShardDisconnected -= OnDisconnected;
            await client.StopAsync().ConfigureAwait(false);
        }
    }

    private async Task StartAgainAsync()
    {
        foreach (var shard in client.Shards)
        {
            if (shard.ConnectionState != Net.ConnectionState.Disconnected)
            {
                away.Remove(shard.ShardId);
            }
            else if (!away.TryGetValue(shard.ShardId, out var since))
            {
                away[shard.ShardId] = time.GetUtcNow();
            }
            else if (time.GetUtcNow() - since > GivenUpAfter && !fatal.Task.IsCompleted)
            {
                Log.StartingAgain(log, shard.ShardId);
                away.Remove(shard.ShardId);
                await shard.StartAsync().ConfigureAwait(false);
            }
        }
    }

    private Task OnInteraction(Net.WebSocket.SocketInteraction? interaction)
    {
        if (interaction is not null)
            events.Take(new IncomingInteraction(InteractionMapping.Read(interaction, PermissionsOf(interaction)), new GatewayChannel(interaction, calls)));
        return Task.CompletedTask;
    }

    private Task OnMessage(Net.WebSocket.SocketMessage received)
    {
        if (MessageMapping.Read(received) is { } message)
            events.Take(message);
        return Task.CompletedTask;
    }

    /// <summary>As the roles and the channel that Discord.Net keeps make it; none where it does not know the guild.</summary>
    private static ulong PermissionsOf(Net.WebSocket.SocketInteraction interaction) => interaction.User is Net.WebSocket.SocketGuildUser member
        ? interaction.Channel is Net.IGuildChannel channel ? member.GetPermissions(channel).RawValue : member.GuildPermissions.RawValue
        : 0;

    private Task OnConnected(Net.WebSocket.DiscordSocketClient shard)
    {
        // The first time it is of use only when the guilds are known: Discord.Net drops messages of channels that it has not heard of.
        if (health.Of(shard.ShardId) is { Identified: > 0 } state)
            state.State = ShardState.Connected;
        return Task.CompletedTask;
    }

    private Task OnReady(Net.WebSocket.DiscordSocketClient shard)
    {
        var state = health.Of(shard.ShardId);
        (state.State, state.Identified) = (ShardState.Connected, state.Identified + 1);
        return Task.CompletedTask;
    }

    private Task OnLatency(int before, int now, Net.WebSocket.DiscordSocketClient shard)
    {
        var state = health.Of(shard.ShardId);
        (state.Latency, state.LastAcknowledged) = (TimeSpan.FromMilliseconds(now), time.GetUtcNow());
        return Task.CompletedTask;
    }

    private Task OnDisconnected(Exception fault, Net.WebSocket.DiscordSocketClient shard)
    {
        var state = health.Of(shard.ShardId);
        var code = (fault as Net.Net.WebSocketClosedException ?? fault.InnerException as Net.Net.WebSocketClosedException)?.CloseCode;
        var isZombie = fault is Net.WebSocket.GatewayReconnectException && fault.Message.Contains("heartbeat", StringComparison.Ordinal);
        if (isZombie)
            state.Zombies++;
        (state.State, state.LastEnd) = (ShardState.Disconnected, isZombie ? "a zombie connection: a heartbeat went unanswered" : code is null ? fault.Message : $"{code}: {CloseCodes.Name(code)}");
        if (CloseCodes.Next(code) == GatewayNext.GiveUp)
        {
            state.State = ShardState.Failed;
            fatal.TrySetResult(CloseCodes.Mend(code));
        }
        else
        {
            Log.Lost(log, shard.ShardId, state.LastEnd);
        }

        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Discord: shard {Shard} lost its connection: {Why}. Discord.Net connects again")]
        public static partial void Lost(ILogger log, int shard, string why);

        [LoggerMessage(LogLevel.Error, "Discord: Discord.Net has given up shard {Shard}; it is started again")]
        public static partial void StartingAgain(ILogger log, int shard);
    }
}
