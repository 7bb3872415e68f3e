using System.Globalization;
using QuitteXBot.Benchmarks.Measuring;

namespace QuitteXBot.Benchmarks.Bot;

/// <summary>What a reindex of many statements costs those who ask meanwhile.</summary>
internal static class ReindexBenchmark
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var statements = arguments.Length > 0 ? arguments[0] : "100000";
        var folder = Directory.CreateTempSubdirectory("quittexbot-benchmark-").FullName;
        try
        {
            await Child.MeasureAsync(BotBuildRun.Verb, folder, statements);
            var figures = await Child.MeasureAsync(BotReindexRun.Verb, folder, statements);
            Console.WriteLine($"{statements} statements, 50 questions a second, {Environment.ProcessorCount} processors, .NET {Environment.Version}");
            foreach (var (name, value) in figures)
                Console.WriteLine($"{name,-24} {value.ToString("0.0", CultureInfo.InvariantCulture),10}");
            Console.WriteLine($"{"p99, times as long",-24} {(figures["during/p99"] / figures["without/p99"]).ToString("0.0", CultureInfo.InvariantCulture),10}");
            return figures["during/failed"] == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
