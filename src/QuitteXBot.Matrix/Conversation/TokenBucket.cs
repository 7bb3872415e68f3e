namespace QuitteXBot.Matrix.Conversation;

/// <summary>What may be spent at once, refilled bit by bit.</summary>
internal sealed class TokenBucket(int burst, TimeSpan refill, DateTimeOffset now)
{
    private double tokens = burst;
    private DateTimeOffset counted = now;

    /// <summary>Whether somebody was told that it is spent; forgotten once it is half full again.</summary>
    public bool Told { get; set; }

    public bool IsFull(DateTimeOffset at)
    {
        Refill(at);
        return tokens >= burst;
    }

    public bool HasToken(DateTimeOffset at)
    {
        Refill(at);
        return tokens >= 1;
    }

    public void Take() => tokens--;

    private void Refill(DateTimeOffset at)
    {
        var passed = at - counted;
        if (passed < TimeSpan.Zero)
            return;
        tokens = refill <= TimeSpan.Zero ? burst : Math.Min(burst, tokens + (passed / refill));
        counted = at;
        if (tokens >= burst / 2.0)
            Told = false;
    }
}
