using System.Collections.Concurrent;
using System.Diagnostics;

namespace QuitteXBot.Testing.Discord;

/// <summary>What a load gave: how many interactions were answered, how fast, and in what time each.</summary>
public sealed record LoadResult(int Answered, int Unanswered, TimeSpan Elapsed, IReadOnlyList<double> SortedMilliseconds)
{
    public double PerSecond => Answered / Elapsed.TotalSeconds;

    /// <summary>The time within which that share of the answers came, in milliseconds.</summary>
    public double Percentile(double share) =>
        SortedMilliseconds.Count == 0 ? double.NaN : SortedMilliseconds[Math.Clamp((int)Math.Ceiling(share * SortedMilliseconds.Count) - 1, 0, SortedMilliseconds.Count - 1)];
}

/// <summary>Lets many users ask at once, each as soon as the last answer is there, and measures from the asking to the first answer.</summary>
public static class LoadMeter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <param name="ask">Sends the interaction of that number.</param>
    /// <param name="count">How many in all.</param>
    /// <param name="atOnce">How many users.</param>
    public static async Task<LoadResult> RunAsync(Func<int, TestInteraction> ask, int count, int atOnce)
    {
        var times = new ConcurrentBag<double>();
        var unanswered = 0;
        var next = -1;
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            for (var number = Interlocked.Increment(ref next); number < count; number = Interlocked.Increment(ref next))
            {
                var asked = Stopwatch.GetTimestamp();
                try
                {
                    await ask(number).First.WaitAsync(Patience);
                    times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                }
                catch (TimeoutException)
                {
                    Interlocked.Increment(ref unanswered);
                }
            }
        })));
        return new LoadResult(times.Count, unanswered, Stopwatch.GetElapsedTime(begun), [.. times.Order()]);
    }
}
