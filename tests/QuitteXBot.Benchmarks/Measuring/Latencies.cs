namespace QuitteXBot.Benchmarks.Measuring;

/// <summary>Times of single calls.</summary>
internal sealed class Latencies
{
    private readonly List<double> milliseconds = [];

    public void Time(Action call)
    {
        var start = Clock.Now();
        call();
        milliseconds.Add(Clock.MillisecondsSince(start));
    }

    /// <summary>The time that the given part of the calls stayed within, in milliseconds.</summary>
    /// <param name="part">0 to 1.</param>
    public double Percentile(double part)
    {
        milliseconds.Sort();
        return milliseconds.Count == 0 ? 0 : milliseconds[Math.Min(milliseconds.Count - 1, (int)(part * milliseconds.Count))];
    }
}
