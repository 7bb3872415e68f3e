using System.Diagnostics;

namespace QuitteXBot.Testing.Discord;

/// <summary>What a load gave: how many interactions were answered, how fast, in what time each, and how long the answers were.</summary>
public sealed record LoadResult(int Answered, int Unanswered, TimeSpan Elapsed, IReadOnlyList<double> SortedMilliseconds, double BytesAnAnswer)
{
    public double PerSecond => Answered / Elapsed.TotalSeconds;

    /// <summary>The time within which that share of the answers came, in milliseconds.</summary>
    public double Percentile(double share) =>
        SortedMilliseconds.Count == 0 ? double.NaN : SortedMilliseconds[Math.Clamp((int)Math.Ceiling(share * SortedMilliseconds.Count) - 1, 0, SortedMilliseconds.Count - 1)];
}

/// <summary>Lets many users ask, and measures from the asking to the arrival of the first answer.</summary>
public static class LoadMeter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Each user asks as soon as the last answer is there.</summary>
    /// <param name="ask">Sends the interaction of that number.</param>
    /// <param name="count">How many in all.</param>
    /// <param name="atOnce">How many users.</param>
    public static async Task<LoadResult> RunAsync(Func<int, TestInteraction> ask, int count, int atOnce)
    {
        var answers = new Answer?[count];
        var next = -1;
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            for (var number = Interlocked.Increment(ref next); number < count; number = Interlocked.Increment(ref next))
                answers[number] = await AnswerAsync(ask(number));
        })));
        return Result(answers, Stopwatch.GetElapsedTime(begun));
    }

    /// <summary>Users ask at an even pace, however fast the answers come.</summary>
    /// <param name="perSecond">How many ask in a second.</param>
    public static async Task<LoadResult> RunAtAsync(Func<int, TestInteraction> ask, int count, int perSecond)
    {
        var asked = new List<Task<Answer?>>(count);
        var begun = Stopwatch.GetTimestamp();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        while (asked.Count < count && await tick.WaitForNextTickAsync())
        {
            var due = Math.Min(count, (int)(Stopwatch.GetElapsedTime(begun).TotalSeconds * perSecond));
            while (asked.Count < due)
                asked.Add(AnswerAsync(ask(asked.Count)));
        }

        return Result(await Task.WhenAll(asked), Stopwatch.GetElapsedTime(begun));
    }

    /// <summary>Null where none came. The interaction itself is let go, so that what is kept of a load does not slow down the load.</summary>
    private static async Task<Answer?> AnswerAsync(TestInteraction interaction)
    {
        try
        {
            await interaction.First.WaitAsync(Patience);
            return new Answer(interaction.Took.TotalMilliseconds, interaction.AnswerBytes);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private static LoadResult Result(Answer?[] answers, TimeSpan elapsed)
    {
        var answered = answers.OfType<Answer>().ToList();
        return new LoadResult(
            answered.Count,
            answers.Length - answered.Count,
            elapsed,
            [.. answered.Select(answer => answer.Milliseconds).Order()],
            answered.Count == 0 ? 0 : answered.Average(answer => (double)answer.Bytes));
    }

    private readonly record struct Answer(double Milliseconds, long Bytes);
}
