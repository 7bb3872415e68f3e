using Microsoft.Extensions.Logging;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Discord.Gateway;

/// <summary>One shard for as long as the bot runs: connection after connection, resuming where that is allowed, with growing pauses where it fails.</summary>
internal sealed partial class GatewayShard(
    ShardIdentity identity,
    Func<IGatewayTransport> newTransport,
    IGatewayEvents events,
    IdentifyGate gate,
    ShardHealth health,
    TimeProvider time,
    Func<double> random,
    ILogger log)
{
    /// <summary>After this many connections in a row that came to nothing, the session is given up for a new one at the first address.</summary>
    private const int MostFailedResumes = 3;
    private static readonly TimeSpan RestBetweenShortLives = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    private readonly GatewaySession session = new();

    /// <summary>Runs until the bot stops (null) or Discord refuses for good (what to mend).</summary>
    public async Task<Error?> RunAsync(CancellationToken stopping)
    {
        var failures = 0;
        while (true)
        {
            try
            {
                var end = await ConnectOnceAsync(stopping).ConfigureAwait(false);
                if (end.Next == GatewayNext.Stop)
                    return null;
                if (end.Next == GatewayNext.GiveUp)
                    return GiveUp(end);
                failures = end.WasReady ? 0 : failures + 1;
                if (end.Next == GatewayNext.Identify || failures >= MostFailedResumes)
                    session.Forget();
                var pause = PauseAfter(end, failures);
                Log.Reconnecting(log, identity.Shard, end.Why, session.CanResume ? "resume" : "identify", (long)pause.TotalMilliseconds);
                if (pause > TimeSpan.Zero)
                    await Task.Delay(pause, time, stopping).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return null;
            }
        }
    }

    private async Task<GatewayEnd> ConnectOnceAsync(CancellationToken stopping)
    {
        health.State = ShardState.Connecting;
        if (!session.CanResume)
            await gate.EnterAsync(identity.Shard, stopping).ConfigureAwait(false);
        var transport = newTransport();
        await using (transport.ConfigureAwait(false))
        {
            using var connection = new GatewayConnection(transport, session, identity, events, health, time, random, log);
            var url = session.CanResume ? session.ResumeUrl ?? identity.Url : identity.Url;
            var end = await connection.RunAsync(url, stopping).ConfigureAwait(false);
            (health.State, health.LastEnd) = (ShardState.Disconnected, end.Why);
            return end;
        }
    }

    private Error GiveUp(GatewayEnd end)
    {
        health.State = ShardState.Failed;
        return end.Mend ?? new Error("discord-gateway-closed", end.Why);
    }

    private TimeSpan PauseAfter(GatewayEnd end, int failures)
    {
        if (end.SessionRefused)
            return TimeSpan.FromSeconds(1 + (4 * random()));
        if (failures == 0)
            return RestBetweenShortLives;
        var longest = Math.Min(LongestPause.TotalMilliseconds, FirstPause.TotalMilliseconds * Math.Pow(2, failures - 1));
        return TimeSpan.FromMilliseconds(longest * (0.5 + (random() / 2)));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Discord: shard {Shard} lost its connection: {Why}. Next: {Next} in {Milliseconds} ms")]
        public static partial void Reconnecting(ILogger log, int shard, string why, string next, long milliseconds);
    }
}
