using System.Diagnostics;
using System.Globalization;
using QuitteXBot.Benchmarks.Measuring;

namespace QuitteXBot.Benchmarks.Cold;

/// <summary>A question asked from the shell, process and all, beside a program that only says hello: the two in turn, compared pair by pair.</summary>
internal static class ColdBenchmark
{
    private const int Runs = 21;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var outputs = AppContext.BaseDirectory.TrimEnd('/').Split(Path.DirectorySeparatorChar)[^2..];
        var root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", ".."));
        var hello = Path.Combine([root, "tests", "QuitteXBot.Benchmarks.Hello", "bin", .. outputs, "QuitteXBot.Benchmarks.Hello.dll"]);
        var bot = Path.Combine([root, "src", "QuitteXBot", "bin", .. outputs, "QuitteXBot.dll"]);
        var data = Directory.CreateTempSubdirectory("quittexbot-benchmark-").FullName;
        try
        {
            await RunAsync(data, bot, "ask", "/why meurthe-et-moselle", "--json");
            var (helloTimes, askTimes, ratios) = (new Latencies(), new Latencies(), new Latencies());
            for (var run = 0; run < Runs; run++)
            {
                var bare = await RunAsync(data, hello);
                var asked = await RunAsync(data, bot, "ask", "/why meurthe-et-moselle", "--json");
                helloTimes.Add(bare);
                askTimes.Add(asked);
                ratios.Add(asked / bare);
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"hello {helloTimes.Percentile(0.5):0} ms, cold ask {askTimes.Percentile(0.5):0} ms, ratio {ratios.Percentile(0.5):0.0} (medians of {Runs} pairs)"));
            return 0;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<double> RunAsync(string data, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["QUITTEXBOT__Paths__Data"] = data;
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return process.ExitCode == 0 ? took : throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
    }
}
