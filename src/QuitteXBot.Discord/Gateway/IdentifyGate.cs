namespace QuitteXBot.Discord.Gateway;

/// <summary>
/// Lets shards identify: <c>max_concurrency</c> at once every 5 s, by shard number modulo that, and no more than the day's allowance.
/// https://discord.com/developers/docs/events/gateway#sharding-max-concurrency
/// </summary>
internal sealed class IdentifyGate(TimeProvider time, int maxConcurrency, int remaining, TimeSpan resetAfter)
{
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(5);
    private readonly Lock gate = new();
    private readonly DateTimeOffset[] opens = new DateTimeOffset[Math.Max(1, maxConcurrency)];
    private readonly DateTimeOffset resetsAt = time.GetUtcNow() + resetAfter;
    private int left = remaining;

    public async Task EnterAsync(int shard, CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (gate)
        {
            var now = time.GetUtcNow();
            var key = shard % opens.Length;
            var turn = opens[key] > now ? opens[key] : now;
            if (left <= 0 && resetsAt > turn)
                turn = resetsAt;
            left--;
            opens[key] = turn + Spacing;
            wait = turn - now;
        }

        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
    }
}
