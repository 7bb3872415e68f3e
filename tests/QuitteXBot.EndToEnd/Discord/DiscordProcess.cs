using System.Collections.Concurrent;
using System.Diagnostics;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.EndToEnd.Discord;

/// <summary>The real executable, running against the Discord for tests.</summary>
internal sealed class DiscordProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly Process process;

    private DiscordProcess(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => Log.Enqueue(line.Data ?? "");
        process.OutputDataReceived += (_, line) => Log.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    public ConcurrentQueue<string> Log { get; } = new();

    public static Dictionary<string, string> SettingsFor(TestDiscord discord, string client = "Own") => new()
    {
        ["QUITTEXBOT__DISCORD__CLIENT"] = client,
        ["QUITTEXBOT__DISCORD__TOKEN"] = discord.Token,
        ["QUITTEXBOT__DISCORD__APIBASEURL"] = discord.ApiBaseUrl.AbsoluteUri,
        ["QUITTEXBOT__DISCORD__GATEWAYURL"] = discord.GatewayUrl.AbsoluteUri,
        ["QUITTEXBOT__WEB__URLS"] = "http://127.0.0.1:0",
    };

    public static DiscordProcess Start(BotFolder folder, Dictionary<string, string> settings, params string[] arguments) =>
        new(BotProcess.Start(folder, settings, arguments));

    /// <summary>Waits until something holds; the log is told where it never does.</summary>
    public async Task UntilAsync(Func<bool> holds, string otherwise)
    {
        try
        {
            await Waiting.UntilAsync(() => holds() || process.HasExited, Patience, otherwise);
            Assert.True(holds(), $"the bot ended: {otherwise}");
        }
        catch (Exception fault) when (fault is TimeoutException or Xunit.Sdk.XunitException)
        {
            throw new TimeoutException($"{otherwise}\n{string.Join('\n', Log)}");
        }
    }

    public async Task<int> WaitForExitAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    /// <summary>Ends it as a failing machine would.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
