using System.Diagnostics;
using System.Runtime.InteropServices;

namespace QuitteXBot.Benchmarks.Measuring;

/// <summary>
/// Tells the time; or, with the environment variable <see cref="ProcessorTimeVariable"/> set to 1, the time that this thread's work took on the
/// processor: for a machine that others use too, where a wait says nothing about the program.
/// </summary>
internal static partial class Clock
{
    public const string ProcessorTimeVariable = "BENCHMARK_PROCESSOR_TIME";

    private const int ThreadProcessorTime = 3;

    public static bool IsProcessorTime { get; } = Environment.GetEnvironmentVariable(ProcessorTimeVariable) == "1" && OperatingSystem.IsLinux();

    /// <summary>Nanoseconds since some moment.</summary>
    public static long Now()
    {
        if (!IsProcessorTime)
            return (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));
        _ = Read(ThreadProcessorTime, out var time);
        return (time.Seconds * 1_000_000_000) + time.Nanoseconds;
    }

    public static double MillisecondsSince(long start) => (Now() - start) / 1e6;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Read(int clock, out Time time);

    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
