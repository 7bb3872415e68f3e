using System.Diagnostics;
using System.Globalization;
using QuitteXBot.Testing;
using QuitteXBot.Testing.Matrix;

namespace QuitteXBot.Benchmarks.Matrix;

/// <summary>The executable as a process, in a data folder of its own.</summary>
internal sealed class BotUnderTest : IAsyncDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("quittexbot-benchmark-").FullName;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process;

    private BotUnderTest(string homeserver, Account account)
    {
        var configuration = Directory.GetParent(AppContext.BaseDirectory.TrimEnd('/'))!.Name;
        var executable = Path.Combine(Repository.Root, "src", "QuitteXBot", "bin", configuration, "net10.0", "QuitteXBot.dll");
        var start = new ProcessStartInfo("dotnet", [executable, "run"]) { WorkingDirectory = Repository.Root, RedirectStandardError = true };
        start.Environment["QUITTEXBOT__Paths__Data"] = data;
        start.Environment["QUITTEXBOT__Matrix__Homeserver"] = homeserver;
        start.Environment["QUITTEXBOT__Matrix__UserId"] = account.UserId;
        start.Environment["QUITTEXBOT__Matrix__Password"] = account.Password;
        start.Environment["QUITTEXBOT__Matrix__UserBurst"] = "1000000";
        start.Environment["QUITTEXBOT__Matrix__RoomBurst"] = "1000000";
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("is logged in", StringComparison.Ordinal) == true)
                ready.TrySetResult();
        };
        process.BeginErrorReadLine();
    }

    /// <summary>Resident memory, in megabytes (2^20 bytes).</summary>
    public double Memory => MemoryOf("VmRSS:");

    /// <summary>Resident memory at its highest since <see cref="ForgetPeak"/>, in megabytes (2^20 bytes).</summary>
    public double PeakMemory => MemoryOf("VmHWM:");

    /// <summary>Starts it and waits until it is logged in.</summary>
    public static async Task<BotUnderTest> StartAsync(string homeserver, Account account)
    {
        var bot = new BotUnderTest(homeserver, account);
        await bot.ready.Task.WaitAsync(TimeSpan.FromMinutes(2));
        return bot;
    }

    /// <summary>Reading the seeds took more than answering does. See clear_refs in proc(5).</summary>
    public void ForgetPeak() => File.WriteAllText($"/proc/{process.Id}/clear_refs", "5");

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private double MemoryOf(string name) => long.Parse(
        File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024.0;
}
