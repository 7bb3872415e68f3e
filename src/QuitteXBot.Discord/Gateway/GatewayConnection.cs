using System.Text.Json;
using Microsoft.Extensions.Logging;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Discord.Gateway;

/// <summary>The conversation over one connection: hello, identify or resume, heartbeats with a watchdog, dispatches, and how it ends.</summary>
internal sealed partial class GatewayConnection(
    IGatewayTransport transport,
    GatewaySession session,
    ShardIdentity identity,
    IGatewayEvents events,
    ShardHealth health,
    TimeProvider time,
    Func<double> random,
    ILogger log) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly SendLimit limit = new(time);
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly List<Task> watches = [];
    private GatewayEnd? noticed;
    private bool isReady;
    private bool gotHello;
    private volatile bool acknowledged = true;
    private long beatAt;

    /// <summary>Runs until the connection ends or the bot stops. Never throws but for bugs.</summary>
    public async Task<GatewayEnd> RunAsync(Uri url, CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        if (await ConnectAsync(url, stopping).ConfigureAwait(false) is { } error)
            return stopping.IsCancellationRequested ? new(GatewayNext.Stop, "stopping") : new(Again, error.Message);

        watches.Add(WatchHelloAsync(ending));
        var end = await ListenAsync(ending, stopping).ConfigureAwait(false);
        await ending.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(watches).ConfigureAwait(false);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2), time);
        await transport.CloseAsync(end.Next == GatewayNext.Stop ? CloseCodes.Normal : CloseCodes.KeepSession, patience.Token).ConfigureAwait(false);
        return end with { WasReady = isReady };
    }

    public void Dispose() => sending.Dispose();

    private GatewayNext Again => session.CanResume ? GatewayNext.Resume : GatewayNext.Identify;

    private async Task<Error?> ConnectAsync(Uri url, CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, patience.Token);
        return await transport.ConnectAsync(url, either.Token).ConfigureAwait(false);
    }

    private async Task<GatewayEnd> ListenAsync(CancellationTokenSource ending, CancellationToken stopping)
    {
        while (true)
        {
            GatewayFrame frame;
            try
            {
                frame = await transport.ReceiveAsync(ending.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return stopping.IsCancellationRequested ? new(GatewayNext.Stop, "stopping") : noticed ?? new(Again, "ended");
            }

            if (frame.IsEnd)
                return noticed ?? EndOf(frame);
            if (await TakeAsync(frame, ending).ConfigureAwait(false) is { } end)
                return end;
        }
    }

    private GatewayEnd EndOf(GatewayFrame frame)
    {
        var why = $"closed by Discord ({frame.CloseCode?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"} {CloseCodes.Name(frame.CloseCode)}) {frame.Reason}";
        return CloseCodes.Next(frame.CloseCode) switch
        {
            GatewayNext.GiveUp => new(GatewayNext.GiveUp, why, CloseCodes.Mend(frame.CloseCode)),
            GatewayNext.Identify => new(GatewayNext.Identify, why),
            _ => new(Again, why),
        };
    }

    private async Task<GatewayEnd?> TakeAsync(GatewayFrame frame, CancellationTokenSource ending)
    {
        try
        {
            using var document = JsonDocument.Parse(frame.Payload);
            var root = document.RootElement;
            var data = root.TryGetProperty("d", out var found) ? found : default;
            switch (root.GetProperty("op").GetInt32())
            {
                case GatewayPayloads.Dispatch:
                    TakeDispatch(root, data);
                    return null;
                case GatewayPayloads.Hello:
                    return await GreetAsync(data, ending).ConfigureAwait(false);
                case GatewayPayloads.Heartbeat:
                    return await SendAsync(GatewayPayloads.WriteHeartbeat(session.Sequence), true, ending.Token).ConfigureAwait(false);
                case GatewayPayloads.HeartbeatAck:
                    acknowledged = true;
                    health.LastAcknowledged = time.GetUtcNow();
                    health.Latency = time.GetElapsedTime(beatAt);
                    return null;
                case GatewayPayloads.Reconnect:
                    return new(Again, "Discord asks to reconnect");
                case GatewayPayloads.InvalidSession:
                    return data.ValueKind == JsonValueKind.True
                        ? new(Again, "session invalid for now")
                        : new(GatewayNext.Identify, "session invalid") { SessionRefused = true };
                default:
                    return null;
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return new(Again, $"unreadable payload ({fault.Message})");
        }
    }

    private void TakeDispatch(JsonElement root, JsonElement data)
    {
        if (root.TryGetProperty("s", out var number) && number.TryGetInt64(out var sequence))
            session.Saw(sequence);
        var type = root.GetProperty("t").GetString() ?? "";
        switch (type)
        {
            case "READY":
                var resumeUrl = data.TryGetProperty("resume_gateway_url", out var address) && Uri.TryCreate(address.GetString(), UriKind.Absolute, out var url) ? url : null;
                session.Begin(data.GetProperty("session_id").GetString()!, resumeUrl);
                Stand();
                health.Identified++;
                Log.Ready(log, identity.Shard);
                break;
            case "RESUMED":
                Stand();
                health.Resumed++;
                Log.Resumed(log, identity.Shard);
                break;
        }

        events.OnDispatch(type, data);
    }

    private void Stand()
    {
        isReady = true;
        health.State = ShardState.Connected;
    }

    private async Task<GatewayEnd?> GreetAsync(JsonElement data, CancellationTokenSource ending)
    {
        if (gotHello)
            return null;
        gotHello = true;
        var interval = TimeSpan.FromMilliseconds(Math.Clamp(data.GetProperty("heartbeat_interval").GetDouble(), 10, 600_000));
        watches.Add(BeatAsync(interval, ending));
        var greeting = session is { CanResume: true, Id: { } id, Sequence: { } sequence }
            ? GatewayPayloads.WriteResume(identity.Token, id, sequence)
            : GatewayPayloads.WriteIdentify(identity.Token, identity.Shard, identity.Shards, identity.Presence);
        return await SendAsync(greeting, false, ending.Token).ConfigureAwait(false);
    }

    private async Task BeatAsync(TimeSpan interval, CancellationTokenSource ending)
    {
        try
        {
            await Task.Delay(interval * random(), time, ending.Token).ConfigureAwait(false);
            while (true)
            {
                if (!acknowledged)
                {
                    // Who sees the count sees a connection that is not well: the state goes first.
                    health.State = ShardState.Disconnected;
                    health.Zombies++;
                    await EndAsync(new(Again, "no answer to the last heartbeat: a zombie connection"), ending).ConfigureAwait(false);
                    return;
                }

                acknowledged = false;
                beatAt = time.GetTimestamp();
                if (await SendAsync(GatewayPayloads.WriteHeartbeat(session.Sequence), true, ending.Token).ConfigureAwait(false) is { } end)
                {
                    await EndAsync(end, ending).ConfigureAwait(false);
                    return;
                }

                await Task.Delay(interval, time, ending.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task WatchHelloAsync(CancellationTokenSource ending)
    {
        try
        {
            await Task.Delay(Patience, time, ending.Token).ConfigureAwait(false);
            if (!gotHello)
                await EndAsync(new(Again, "Discord did not say hello"), ending).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task EndAsync(GatewayEnd end, CancellationTokenSource ending)
    {
        noticed ??= end;
        await ending.CancelAsync().ConfigureAwait(false);
    }

    private async Task<GatewayEnd?> SendAsync(ReadOnlyMemory<byte> payload, bool isHeartbeat, CancellationToken cancellationToken)
    {
        if (payload.Length > GatewayPayloads.LongestPayload)
            throw new ArgumentException($"A gateway payload must not exceed {GatewayPayloads.LongestPayload} bytes.", nameof(payload));
        try
        {
            await limit.EnterAsync(isHeartbeat, cancellationToken).ConfigureAwait(false);
            await sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return null;
        }

        try
        {
            return await transport.SendAsync(payload, cancellationToken).ConfigureAwait(false) is { } error ? new(Again, error.Message) : null;
        }
        finally
        {
            sending.Release();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Discord: shard {Shard} has a new session")]
        public static partial void Ready(ILogger log, int shard);

        [LoggerMessage(LogLevel.Information, "Discord: shard {Shard} resumed its session; what was missed has been replayed")]
        public static partial void Resumed(ILogger log, int shard);
    }
}
