using System.Globalization;
using QuitteXBot.Benchmarks.Measuring;

namespace QuitteXBot.Benchmarks.Bot;

/// <summary>The whole bot over many statements: build rate, memory, and what a question takes.</summary>
internal static class BotBenchmark
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var statements = arguments.Length > 0 ? arguments[0] : "100000";
        var folder = Directory.CreateTempSubdirectory("quittexbot-benchmark-").FullName;
        try
        {
            var built = await Child.MeasureAsync(BotBuildRun.Verb, folder, statements);
            var asked = await Child.MeasureAsync(BotAskRun.Verb, folder);
            Console.WriteLine($"{statements} statements, {Environment.ProcessorCount} processors, .NET {Environment.Version}");
            Line("stored, statements/s", built["stored"], "0");
            Line("indexed from the store, statements/s", built["indexed"], "0");
            Line("resident while asked, MB", asked["resident"], "0");
            foreach (var (kind, value) in asked.Where(figure => figure.Key.Contains("/p", StringComparison.Ordinal)))
                Line(kind.Replace("/p50", ", p50 ms", StringComparison.Ordinal).Replace("/p99", ", p99 ms", StringComparison.Ordinal), value, "0.000");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Line(string name, double value, string format) =>
        Console.WriteLine($"{name,-44} {value.ToString(format, CultureInfo.InvariantCulture),10}");
}
