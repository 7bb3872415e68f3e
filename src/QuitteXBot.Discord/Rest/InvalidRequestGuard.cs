namespace QuitteXBot.Discord.Rest;

/// <summary>
/// Counts refused requests (401, 403, and 429 other than of a shared resource). Discord bans an address for a while at 10,000 in 10 minutes;
/// this stops before. https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
/// </summary>
internal sealed class InvalidRequestGuard(TimeProvider time, int most = 9_000)
{
    private const int Minutes = 10;
    private readonly Lock gate = new();
    private readonly int[] counts = new int[Minutes + 1];
    private long minute;

    public bool IsClosed
    {
        get
        {
            lock (gate)
            {
                Advance();
                return counts.Sum() >= most;
            }
        }
    }

    public void Count()
    {
        lock (gate)
        {
            Advance();
            counts[minute % counts.Length]++;
        }
    }

    private void Advance()
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds() / 60;
        for (var skipped = Math.Max(minute + 1, now - Minutes); skipped <= now; skipped++)
            counts[skipped % counts.Length] = 0;
        minute = now;
    }
}
