using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using QuitteXBot.Testing;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Benchmarks.Discord;

/// <summary>A bot as a process, with a Discord for tests of its own.</summary>
internal sealed class Contender : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Else the Discord for tests would spend the longer collecting garbage the more it was told, and slow down whoever tells more than a constant.</summary>
    private const int KeptByDiscord = 100;

    private readonly TestDiscord discord;
    private readonly TestUser user;
    private readonly Process process;
    private readonly string data = Directory.CreateTempSubdirectory("quittexbot-benchmark-").FullName;
    private readonly Questions questions = new();

    private Contender(string name, TestDiscord discord, Func<TestDiscord, string, ProcessStartInfo> command)
    {
        (Name, this.discord) = (name, discord);
        user = discord.Users.New("load");
        var start = command(discord, data);
        (start.RedirectStandardInput, start.RedirectStandardOutput) = (true, true);
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
    }

    public string Name { get; }

    /// <summary>What its loads gave, in order.</summary>
    public List<Load> Loads { get; } = [];

    /// <summary>Starts the bot and waits until it hears.</summary>
    /// <param name="command">Makes its command line, for this Discord and a folder for its data.</param>
    /// <param name="endpoint">Where it takes interactions; null: it comes to the gateway.</param>
    public static async Task<Contender> StartAsync(string name, Func<TestDiscord, string, ProcessStartInfo> command, Uri? endpoint = null)
    {
        var discord = await TestDiscord.StartAsync(new TestDiscordOptions { InteractionsUrl = endpoint, MostKept = KeptByDiscord });
        var contender = new Contender(name, discord, command);
        try
        {
            if (endpoint is null)
                await discord.WaitForConnectionAsync(Patience);
            else
                await Waiting.UntilAsync(() => Listens(endpoint), Patience, $"{name} does not listen");
            return contender;
        }
        catch
        {
            await contender.DisposeAsync();
            throw;
        }
    }

    /// <summary>The executable as it is run.</summary>
    public static ProcessStartInfo Ours(TestDiscord discord, string data, int? port)
    {
        var configuration = Directory.GetParent(AppContext.BaseDirectory.TrimEnd('/'))!.Name;
        return Configured("dotnet", [Path.Combine(Repository.Root, "src", "QuitteXBot", "bin", configuration, "net10.0", "QuitteXBot.dll"), "run"], discord, data, port);
    }

    /// <summary>The same without what it knows.</summary>
    public static ProcessStartInfo OursConstant(TestDiscord discord, string data, int? port) =>
        Configured("dotnet", [typeof(Contender).Assembly.Location, ConstantBot.Verb], discord, data, port);

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async Task<Load> MeasureAsync(Func<Func<int, TestInteraction>, Task<LoadResult>> load)
    {
        process.Refresh();
        var (bot, own) = (process.TotalProcessorTime, Environment.CpuUsage.TotalTime);
        var result = await load(number => questions.Ask(discord, user, number));
        process.Refresh();
        var answered = Math.Max(1, result.Answered);
        var measured = new Load(result, (process.TotalProcessorTime - bot).TotalMilliseconds / answered, (Environment.CpuUsage.TotalTime - own).TotalMilliseconds / answered);
        Loads.Add(measured);
        return measured;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        await discord.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    private static ProcessStartInfo Configured(string program, string[] arguments, TestDiscord discord, string data, int? port)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Repository.Root };
        start.Environment["QUITTEXBOT__PATHS__DATA"] = data;
        start.Environment["QUITTEXBOT__DISCORD__TOKEN"] = discord.Token;
        start.Environment["QUITTEXBOT__DISCORD__APIBASEURL"] = discord.ApiBaseUrl.AbsoluteUri;
        start.Environment["QUITTEXBOT__DISCORD__GATEWAYURL"] = discord.GatewayUrl.AbsoluteUri;
        // discord.js does not compress unless told to, and compressing is work of the Discord for tests.
        start.Environment["QUITTEXBOT__DISCORD__COMPRESS"] = "false";
        start.Environment["QUITTEXBOT__WEB__URLS"] = $"http://127.0.0.1:{(port ?? 0).ToString(CultureInfo.InvariantCulture)}";
        if (port is null)
            return start;
        start.Environment["QUITTEXBOT__DISCORD__MODE"] = "Http";
        start.Environment["QUITTEXBOT__DISCORD__PUBLICKEY"] = discord.PublicKey;
        return start;
    }

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

    /// <param name="BotMilliseconds">Processor time of the bot for an answer.</param>
    /// <param name="DiscordMilliseconds">Processor time of the Discord for tests and its users for an answer.</param>
    internal sealed record Load(LoadResult Result, double BotMilliseconds, double DiscordMilliseconds);
}
