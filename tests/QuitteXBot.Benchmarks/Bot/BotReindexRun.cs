using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using QuitteXBot.Benchmarks.Generator;
using QuitteXBot.Benchmarks.Index;
using QuitteXBot.Benchmarks.Measuring;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Indexing;

namespace QuitteXBot.Benchmarks.Bot;

/// <summary>
/// Asks fifty questions a second, at their times whatever came of those before, without and with a reindex beside them. A question's time counts from the
/// moment when it was due, so that one that had to wait is not counted short.
/// </summary>
internal static class BotReindexRun
{
    public const string Verb = "-bot-reindex";

    private const int QuestionsPerSecond = 50;

    private static readonly Asker Asker = new("benchmark", "one");
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var statements = int.Parse(arguments[1], CultureInfo.InvariantCulture);
        await using var bot = await BotFolder.OpenAsync(arguments[0]);
        var questions = await QuestionsAsync(bot);
        foreach (var question in questions.Take(500))
            await bot.Assistant.AskAsync(question, Asker, null, CancellationToken.None);

        await MeasureAsync(bot, questions, "without", () => Task.Delay(Quiet));
        Child.ReportMemory();
        var batch = MadeUpBatch.Of(statements);
        var clock = Stopwatch.StartNew();
        await MeasureAsync(bot, questions, "during", async () =>
        {
            // What the made-up seeds say, all of it known, and then the whole index: as the verb reindex does.
            await bot.Store.ApplyAsync(batch, "seeds", CancellationToken.None);
            Child.Report("storing", clock.Elapsed.TotalSeconds);
            var built = await bot.Reindexer.IndexAsync(new Progress<ReindexProgress>(), CancellationToken.None);
            if (!built.IsSuccess)
                throw new InvalidOperationException(built.Error.ToString());
        });
        Child.Report("reindex", clock.Elapsed.TotalSeconds);
        using var self = Process.GetCurrentProcess();
        Child.Report("peak during", self.PeakWorkingSet64 / 1048576.0);
        return 0;
    }

    private static async Task MeasureAsync(Composition.Bot bot, List<string> questions, string name, Func<Task> work)
    {
        using var stop = new CancellationTokenSource();
        var asking = Task.Factory.StartNew(() => Ask(bot, questions, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Task.Run(work);
        await stop.CancelAsync();
        var (answers, failed) = await asking;
        var latencies = new Latencies();
        foreach (var answer in answers)
            latencies.Add(answer);
        Child.Report(name + "/questions", answers.Count);
        Child.Report(name + "/failed", failed);
        Child.Report(name + "/p50", latencies.Percentile(0.5));
        Child.Report(name + "/p99", latencies.Percentile(0.99));
        Child.Report(name + "/most", latencies.Percentile(1));
    }

    /// <summary>Starts each question at its time, on a thread of the pool, as a platform does.</summary>
    private static (IReadOnlyCollection<double> Milliseconds, int Failed) Ask(Composition.Bot bot, List<string> questions, CancellationToken cancellationToken)
    {
        var (answers, failed, started) = (new ConcurrentBag<double>(), 0, new List<Task>());
        var clock = Stopwatch.StartNew();
        for (var number = 0; !cancellationToken.IsCancellationRequested; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / QuestionsPerSecond);
            if (due - clock.Elapsed is var left && left > TimeSpan.Zero)
                Thread.Sleep(left);
            var question = questions[number % questions.Count];
            started.Add(Task.Run(
                async () =>
                {
                    try
                    {
                        var reply = await bot.Assistant.AskAsync(question, Asker, null, CancellationToken.None);
                        if (reply.Outcome is Outcome.Invalid or Outcome.OutOfScope)
                            Interlocked.Increment(ref failed);
                    }
                    catch (Exception exception) when (exception is IOException or InvalidDataException or InvalidOperationException)
                    {
                        Interlocked.Increment(ref failed);
                    }

                    answers.Add((clock.Elapsed - due).TotalMilliseconds);
                },
                CancellationToken.None));
        }

        Task.WaitAll([.. started], CancellationToken.None);
        return (answers, failed);
    }

    /// <summary>Half ask why, half search with three words.</summary>
    private static async Task<List<string>> QuestionsAsync(Composition.Bot bot)
    {
        var organisations = new List<Organisation>();
        await foreach (var organisation in bot.Store.OrganisationsAsync(CancellationToken.None))
            organisations.Add(organisation);
        var random = new Random(1);
        return [.. QueryKinds.All(new StatementGenerator()).First(kind => kind.Kind == "three words").Queries
            .SelectMany(query => new[] { "/search " + query.Text, "/why " + organisations[random.Next(organisations.Count)].Id })];
    }
}
