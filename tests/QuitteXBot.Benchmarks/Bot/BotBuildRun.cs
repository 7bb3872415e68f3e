using System.Globalization;
using QuitteXBot.Benchmarks.Measuring;
using QuitteXBot.Indexing;

namespace QuitteXBot.Benchmarks.Bot;

/// <summary>Stores made-up statements, and builds a generation of the index from the store.</summary>
internal static class BotBuildRun
{
    public const string Verb = "-bot-build";

    public static async Task<int> RunAsync(string[] arguments)
    {
        var statements = int.Parse(arguments[1], CultureInfo.InvariantCulture);
        await using var bot = await BotFolder.OpenAsync(arguments[0]);
        var batch = MadeUpBatch.Of(statements);
        var start = Clock.Now();
        await bot.Store.ApplyAsync(batch, "seeds", CancellationToken.None);
        Child.Report("stored", statements / (Clock.MillisecondsSince(start) / 1000));
        start = Clock.Now();
        var built = await bot.Reindexer.IndexAsync(new Silent(), CancellationToken.None);
        Child.Report("indexed", statements / (Clock.MillisecondsSince(start) / 1000));
        return built.IsSuccess ? 0 : throw new InvalidOperationException(built.Error.ToString());
    }

    private sealed class Silent : IProgress<ReindexProgress>
    {
        public void Report(ReindexProgress value)
        {
        }
    }
}
