using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using QuitteXBot.Testing;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Benchmarks.Discord;

/// <summary>
/// The executable on Discord, beside bots on discord.js and slash-create that answer a constant text: the same machine, the same Discord for tests,
/// the same load. Ours searches for each answer.
/// </summary>
internal static class DiscordBenchmark
{
    private static readonly string[] Questions = ["meurthe-et-moselle", "grand est", "ville de paris", "universite de bordeaux", "gironde"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Else the Discord for tests would spend the longer collecting garbage the more it was told, and slow down whoever tells more than a constant.</summary>
    private const int KeptByDiscord = 1_000;

    /// <summary>Until every bot's compiler has done with what the load needs.</summary>
    private const int LeastWarmUp = 2_000;

    /// <summary><c>discord [interactions] [at once] [gateway|http]</c>; needs <c>npm ci</c> in <c>tests/discord-interop</c> for the others.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var count = Number(arguments, 0, 5_000);
        var atOnce = Number(arguments, 1, 32);
        var folder = Path.Combine(Repository.Root, "tests", "discord-interop");
        Console.WriteLine($"{count} interactions, {atOnce} at once, {Environment.ProcessorCount} processors");
        Console.WriteLine("| bot | way | answers/s | p50 ms | p99 ms | processor ms an answer | unanswered |");
        Console.WriteLine("|---|---|---:|---:|---:|---:|---:|");
        var way = arguments.Length > 2 ? arguments[2] : "both";
        if (way != "http")
        {
            await MeasureAsync("ours, searching", "gateway", count, atOnce, discord => Ours(discord, port: null));
            await MeasureAsync("discord.js, constant", "gateway", count, atOnce, discord =>
                new ProcessStartInfo("node", [Path.Combine(folder, "constant-gateway.mjs"), Api(discord), discord.Token]));
        }

        if (way != "gateway")
        {
            var port = FreePort();
            await MeasureAsync("ours, searching", "http", count, atOnce, discord => Ours(discord, port), new Uri($"http://127.0.0.1:{port}/discord/interactions"));
            port = FreePort();
            await MeasureAsync(
                "slash-create, constant", "http", count, atOnce,
                discord => new ProcessStartInfo("node", [Path.Combine(folder, "constant-http.mjs"), discord.ApplicationId, discord.PublicKey, discord.Token, Text(port)]),
                new Uri($"http://127.0.0.1:{port}/interactions"));
        }

        return 0;
    }

    private static async Task MeasureAsync(
        string name, string way, int count, int atOnce, Func<TestDiscord, ProcessStartInfo> command, Uri? endpoint = null)
    {
        await using var discord = await TestDiscord.StartAsync(new TestDiscordOptions { InteractionsUrl = endpoint, MostKept = KeptByDiscord });
        var start = command(discord);
        (start.RedirectStandardInput, start.RedirectStandardOutput) = (true, true);
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        try
        {
            if (endpoint is null)
                await discord.WaitForConnectionAsync(Patience);
            else
                await Waiting.UntilAsync(() => Listens(endpoint), Patience, $"{name} does not listen");
            var user = discord.Users.New("load");
            TestInteraction Ask(int number) => discord.Users.Slash(user, "why", ("organisation", Questions[number % Questions.Length]));
            await LoadMeter.RunAsync(Ask, Math.Max(LeastWarmUp, count / 2), atOnce);
            process.Refresh();
            var before = process.TotalProcessorTime;
            var result = await LoadMeter.RunAsync(Ask, count, atOnce);
            process.Refresh();
            var spent = (process.TotalProcessorTime - before).TotalMilliseconds / Math.Max(1, result.Answered);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {way} | {result.PerSecond:F0} | {result.Percentile(0.5):F1} | {result.Percentile(0.99):F1} | {spent:F2} | {result.Unanswered} |"));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static ProcessStartInfo Ours(TestDiscord discord, int? port)
    {
        var configuration = Directory.GetParent(AppContext.BaseDirectory.TrimEnd('/'))!.Name;
        var executable = Path.Combine(Repository.Root, "src", "QuitteXBot", "bin", configuration, "net10.0", "QuitteXBot.dll");
        var start = new ProcessStartInfo("dotnet", [executable, "run"]) { WorkingDirectory = Repository.Root };
        start.Environment["QUITTEXBOT__DISCORD__TOKEN"] = discord.Token;
        start.Environment["QUITTEXBOT__DISCORD__APIBASEURL"] = discord.ApiBaseUrl.AbsoluteUri;
        start.Environment["QUITTEXBOT__DISCORD__GATEWAYURL"] = discord.GatewayUrl.AbsoluteUri;
        // discord.js does not compress unless told to, and compressing is work of the Discord for tests.
        start.Environment["QUITTEXBOT__DISCORD__COMPRESS"] = "false";
        if (port is not { } number)
            return start;
        start.Environment["QUITTEXBOT__DISCORD__MODE"] = "Http";
        start.Environment["QUITTEXBOT__DISCORD__PUBLICKEY"] = discord.PublicKey;
        start.Environment["QUITTEXBOT__WEB__URLS"] = $"http://127.0.0.1:{number}";
        return start;
    }

    private static string Api(TestDiscord discord) => discord.ApiBaseUrl.AbsoluteUri.Replace("/v10/", "", StringComparison.Ordinal);

    private static bool Listens(Uri endpoint)
    {
        using var client = new TcpClient();
        try
        {
            client.Connect(endpoint.Host, endpoint.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static int Number(string[] arguments, int index, int otherwise) =>
        arguments.Length > index && int.TryParse(arguments[index], CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
