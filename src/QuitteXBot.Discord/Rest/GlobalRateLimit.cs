namespace QuitteXBot.Discord.Rest;

/// <summary>50 requests a second over all routes but those of interactions. https://discord.com/developers/docs/topics/rate-limits#global-rate-limit</summary>
internal sealed class GlobalRateLimit(TimeProvider time)
{
    private const int PerWindow = 50;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private readonly Queue<DateTimeOffset> passed = new();
    private DateTimeOffset pausedUntil;

    /// <summary>Waits for a place. False where the deadline comes first.</summary>
    public async Task<bool> EnterAsync(DateTimeOffset? deadline, CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan wait;
            lock (gate)
            {
                var now = time.GetUtcNow();
                while (passed.TryPeek(out var oldest) && oldest + Window <= now)
                    passed.Dequeue();
                var opens = passed.Count < PerWindow ? now : passed.Peek() + Window;
                if (pausedUntil > opens)
                    opens = pausedUntil;
                if (opens <= now)
                {
                    passed.Enqueue(now);
                    return true;
                }

                if (opens > deadline)
                    return false;
                wait = opens - now;
            }

            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
    }

    public void PauseFor(TimeSpan wait)
    {
        lock (gate)
        {
            var until = time.GetUtcNow() + wait;
            if (until > pausedUntil)
                pausedUntil = until;
        }
    }
}
