using System.Diagnostics;
using System.Globalization;

namespace QuitteXBot.Benchmarks.Measuring;

/// <summary>Measures in a process of its own, so that no run pays for, or profits from, the one before.</summary>
internal static class Child
{
    /// <summary>Runs this program with the arguments, and reads its lines <c>name=value</c>.</summary>
    public static async Task<Dictionary<string, double>> MeasureAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(Child).Assembly.Location);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split('=') is [var name, var value])
                figures[name] = double.Parse(value, CultureInfo.InvariantCulture);
        }

        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? figures : throw new InvalidOperationException($"The measuring process {string.Join(' ', arguments)} failed.");
    }

    public static void Report(string name, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}={value:R}"));

    /// <summary>Resident memory of this process now and at its highest, in megabytes (2^20 bytes).</summary>
    public static void ReportMemory()
    {
        using var self = Process.GetCurrentProcess();
        Report("resident", self.WorkingSet64 / 1048576.0);
        Report("peak", self.PeakWorkingSet64 / 1048576.0);
    }
}
