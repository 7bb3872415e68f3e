using System.Diagnostics;
using System.Text;

namespace QuitteXBot.Matrix.EndToEnd;

/// <summary>The bot as a process.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder log = new();

    private BotProcess(string dataFolder, IReadOnlyDictionary<string, string> settings, bool isScripted)
    {
        var start = Settings.Executable is { } executable && !isScripted
            ? new ProcessStartInfo(executable, ["run"])
            : new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "QuitteXBot.Matrix.Host.dll")]);
        start.RedirectStandardError = true;
        start.RedirectStandardOutput = true;
        start.WorkingDirectory = dataFolder;
        start.Environment["QUITTEXBOT__Paths__Data"] = dataFolder;
        foreach (var (key, value) in settings)
            start.Environment["QUITTEXBOT__Matrix__" + key] = value;
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    public string Log
    {
        get
        {
            lock (log)
                return log.ToString();
        }
    }

    public int ExitCode => process.ExitCode;

    public bool HasExited => process.HasExited;

    /// <summary>The most memory that it ever had, in bytes.</summary>
    public long PeakMemory =>
        long.Parse(File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], null) * 1024;

    /// <param name="isScripted">Whether it must be the Matrix platform alone, with answers that the test knows.</param>
    public static BotProcess Start(
        string dataFolder, string homeserver, Account account, IReadOnlyDictionary<string, string>? more = null, bool isScripted = false)
    {
        var settings = new Dictionary<string, string>
        {
            ["Homeserver"] = homeserver,
            ["UserId"] = account.UserId,
            ["Password"] = account.Password,
            ["UserBurst"] = "100000",
            ["RoomBurst"] = "100000",
        };
        foreach (var (key, value) in more ?? new Dictionary<string, string>())
            settings[key] = value;
        return new BotProcess(dataFolder, settings, isScripted);
    }

    /// <summary>Waits until it is logged in.</summary>
    public async Task<BotProcess> ListeningAsync()
    {
        await Member.WaitAsync(() => Log.Contains("is logged in", StringComparison.Ordinal) || process.HasExited, TimeSpan.FromMinutes(1));
        Assert.False(process.HasExited, Log);
        return this;
    }

    /// <summary>Ends it at once, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public Task WaitForExitAsync() => process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    private void Hear(string? line)
    {
        lock (log)
            log.AppendLine(line);
    }
}
