using System.Diagnostics;
using System.Text;
using QuitteXBot.Testing.Matrix;

namespace QuitteXBot.EndToEnd.Matrix;

/// <summary>The real executable, running against a homeserver.</summary>
internal sealed class MatrixProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder log = new();

    private MatrixProcess(Process process)
    {
        this.process = process;
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

    /// <param name="data">The data folder.</param>
    /// <param name="more">Settings beside those of every bot here, without its prefix: <c>Matrix__AccessToken</c>.</param>
    public static MatrixProcess Start(BotFolder folder, string data, string homeserver, Account account, Dictionary<string, string>? more = null)
    {
        var settings = new Dictionary<string, string>
        {
            ["QUITTEXBOT__Paths__Data"] = data,
            ["QUITTEXBOT__Matrix__Homeserver"] = homeserver,
            ["QUITTEXBOT__Matrix__UserId"] = account.UserId,
            ["QUITTEXBOT__Matrix__Password"] = account.Password,
            ["QUITTEXBOT__Matrix__UserBurst"] = "100000",
            ["QUITTEXBOT__Matrix__RoomBurst"] = "100000",
        };
        foreach (var (key, value) in more ?? [])
            settings["QUITTEXBOT__" + key] = value;
        return new MatrixProcess(BotProcess.Start(folder, settings, "run"));
    }

    /// <summary>Waits until it is logged in.</summary>
    public async Task<MatrixProcess> ListeningAsync()
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
