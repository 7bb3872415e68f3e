namespace QuitteXBot.Discord.Rest;

/// <summary>
/// One rate limit as Discord counts it. Until an answer told the limit, one request at a time feels its way; after that as many go at once as remain.
/// </summary>
internal sealed class RateLimitBucket(TimeProvider time)
{
    private readonly Lock gate = new();
    private int? limit;
    private int remaining;
    private int inFlight;
    private DateTimeOffset resetAt;
    private TaskCompletionSource answered = NewSignal();

    /// <summary>Whether nothing is under way and nothing is remembered that still matters.</summary>
    public bool IsIdle
    {
        get
        {
            lock (gate)
                return inFlight == 0 && time.GetUtcNow() >= resetAt;
        }
    }

    /// <summary>Waits for a place. False where the deadline comes first.</summary>
    public async Task<bool> EnterAsync(DateTimeOffset? deadline, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task turn;
            lock (gate)
            {
                var now = time.GetUtcNow();
                if (limit is { } known && now >= resetAt)
                    remaining = known;
                if (limit is null && now >= resetAt ? inFlight == 0 : limit is not null && remaining > 0)
                {
                    remaining--;
                    inFlight++;
                    return true;
                }

                if (now < resetAt)
                {
                    if (resetAt > deadline)
                        return false;
                    turn = Task.Delay(resetAt - now, time, cancellationToken);
                }
                else
                {
                    turn = answered.Task.WaitAsync(cancellationToken);
                }
            }

            await turn.ConfigureAwait(false);
        }
    }

    public void Leave(RateLimitHeaders headers)
    {
        lock (gate)
        {
            inFlight--;
            if (headers is { Limit: > 0 and var told, Remaining: { } left, ResetAfter: { } after })
            {
                var reset = time.GetUtcNow() + after;
                var sameWindow = limit is not null && time.GetUtcNow() < resetAt;
                remaining = sameWindow ? Math.Min(remaining, left) : left - inFlight;
                limit = told;
                resetAt = sameWindow && resetAt > reset ? resetAt : reset;
            }

            answered.TrySetResult();
            answered = NewSignal();
        }
    }

    /// <summary>After a 429: nobody enters before then.</summary>
    public void PauseFor(TimeSpan wait)
    {
        lock (gate)
        {
            remaining = 0;
            var until = time.GetUtcNow() + wait;
            if (until > resetAt)
                resetAt = until;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
