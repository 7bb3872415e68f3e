using System.Diagnostics;
using QuitteXBot.Testing;

namespace QuitteXBot.EndToEnd;

internal sealed record BotOutput(int ExitCode, string Output, string Error)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The real executable as a process of its own, over a data folder of the test's.</summary>
internal static class BotProcess
{
    /// <summary>Built in the configuration that the tests were built in: their own output folder is <c>bin/CONFIGURATION/net10.0</c> too.</summary>
    private static readonly string Executable = Path.Combine(
        Repository.Root, "src", "QuitteXBot", "bin", Directory.GetParent(AppContext.BaseDirectory.TrimEnd('/'))!.Name, "net10.0", "QuitteXBot.dll");

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<BotOutput> RunAsync(BotFolder folder, string? input, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (input is not null)
            await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{string.Join(' ', arguments)}' did not end in {Patience}: {await error}");
        }

        return new BotOutput(process.ExitCode, await output, await error);
    }

    public static Process Start(BotFolder folder, params string[] arguments) => Start(folder, [], arguments);

    /// <param name="settings">Environment variables of the bot.</param>
    public static Process Start(BotFolder folder, Dictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Executable);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment.Remove("LC_ALL");
        start.Environment.Remove("LC_MESSAGES");
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("QUITTEXBOT", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException("the bot did not start");
    }
}
