namespace QuitteXBot.Matrix.Client;

/// <summary>How long to wait before trying again: doubling from one second to one minute, with jitter so that many clients do not come back at once.</summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <param name="attempt">0 after the first failure.</param>
    /// <param name="random">From 0 to 1.</param>
    public static TimeSpan After(int attempt, double random)
    {
        var full = Math.Min(Longest.TotalSeconds, First.TotalSeconds * Math.Pow(2, Math.Min(attempt, 10)));
        return TimeSpan.FromSeconds(full * (0.5 + (random / 2)));
    }
}
