using System.Diagnostics;
using System.Globalization;
using QuitteXBot.Testing;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Benchmarks.Discord;

/// <summary>
/// The executable on Discord, beside bots on discord.js and slash-create that answer a constant text, and beside our own way to Discord with a
/// constant answer: the same machine, the same Discord for tests, the same questions. Every interaction is answered by one call (or one HTTP answer),
/// over connections that are kept. The executable searches for each answer. The bots take turns, so that what else the machine does hits all alike.
/// </summary>
internal static class DiscordBenchmark
{
    private static readonly int[] Paces = [500, 1_000];

    /// <summary>Until every bot's compiler has done with what the load needs.</summary>
    private const int WarmUp = 40_000;

    /// <summary>For a bot that checks signatures in JavaScript, which takes milliseconds each.</summary>
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(20);

    /// <summary><c>discord [interactions] [at once] [gateway|http|both] [rounds]</c>; needs <c>npm ci</c> in <c>tests/discord-interop</c> for the others.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var count = Number(arguments, 0, 5_000);
        var atOnce = Number(arguments, 1, 32);
        var way = arguments.Length > 2 ? arguments[2] : "both";
        var rounds = Number(arguments, 3, 3);
        var folder = Path.Combine(Repository.Root, "tests", "discord-interop");
        Console.WriteLine($"{count} interactions, {atOnce} at once, {rounds} rounds, {Environment.ProcessorCount} processors; least/median/most of the rounds");
        if (way != "http")
        {
            await CompareAsync("gateway", count, atOnce, rounds,
            [
                () => Contender.StartAsync("ours, searching", (discord, data) => Contender.Ours(discord, data, null)),
                () => Contender.StartAsync("ours, constant", (discord, data) => Contender.OursConstant(discord, data, null)),
                () => Contender.StartAsync("discord.js, constant", (discord, _) =>
                    new ProcessStartInfo("node", [Path.Combine(folder, "constant-gateway.mjs"), Api(discord), discord.Token])),
            ]);
        }

        if (way != "gateway")
        {
            var (first, second, third) = (Contender.FreePort(), Contender.FreePort(), Contender.FreePort());
            await CompareAsync("http", count, atOnce, rounds,
            [
                () => Contender.StartAsync("ours, searching", (discord, data) => Contender.Ours(discord, data, first), Endpoint(first, "discord/interactions")),
                () => Contender.StartAsync("ours, constant", (discord, data) => Contender.OursConstant(discord, data, second), Endpoint(second, "discord/interactions")),
                () => Contender.StartAsync(
                    "slash-create, constant",
                    (discord, _) => new ProcessStartInfo(
                        "node", [Path.Combine(folder, "constant-http.mjs"), discord.ApplicationId, discord.PublicKey, discord.Token, third.ToString(CultureInfo.InvariantCulture)]),
                    Endpoint(third, "interactions")),
            ]);
        }

        return 0;
    }

    private static async Task CompareAsync(string way, int count, int atOnce, int rounds, Func<Task<Contender>>[] starts)
    {
        var bots = new List<Contender>();
        try
        {
            foreach (var start in starts)
                bots.Add(await start());
            foreach (var bot in bots)
                await WarmUpAsync(bot, atOnce);
            await RoundsAsync(bots, rounds, ask => LoadMeter.RunAsync(ask, count, atOnce));
            Print($"over the {way}, as many as can be answered", bots);
            foreach (var pace in Paces)
            {
                await RoundsAsync(bots, rounds, ask => LoadMeter.RunAtAsync(ask, Math.Min(count, 2 * pace), pace));
                Print($"over the {way}, {pace} a second", bots);
            }
        }
        finally
        {
            foreach (var bot in bots)
                await bot.DisposeAsync();
        }
    }

    private static async Task WarmUpAsync(Contender bot, int atOnce)
    {
        const int step = 500;
        var begun = Stopwatch.GetTimestamp();
        for (var asked = 0; asked < WarmUp && Stopwatch.GetElapsedTime(begun) < LongestWarmUp; asked += step)
            await bot.MeasureAsync(ask => LoadMeter.RunAsync(ask, step, atOnce));
    }

    private static async Task RoundsAsync(List<Contender> bots, int rounds, Func<Func<int, TestInteraction>, Task<LoadResult>> load)
    {
        bots.ForEach(bot => bot.Loads.Clear());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var bot in bots)
                await bot.MeasureAsync(load);
        }
    }

    private static void Print(string title, List<Contender> bots)
    {
        Console.WriteLine();
        Console.WriteLine($"| {title} | answers/s | p50 ms | p99 ms | processor ms an answer: bot | of Discord | bytes | unanswered |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var bot in bots)
        {
            var unanswered = bot.Loads.Sum(load => load.Result.Unanswered);
            Console.WriteLine(
                $"| {bot.Name} | {Spread(bot, load => load.Result.PerSecond, "F0")} | {Spread(bot, load => load.Result.Percentile(0.5), "F1")} "
                + $"| {Spread(bot, load => load.Result.Percentile(0.99), "F1")} | {Spread(bot, load => load.BotMilliseconds, "F3")} "
                + $"| {Spread(bot, load => load.DiscordMilliseconds, "F3")} | {Spread(bot, load => load.Result.BytesAnAnswer, "F0")} | {unanswered} |");
        }
    }

    private static string Spread(Contender bot, Func<Contender.Load, double> of, string format)
    {
        var values = bot.Loads.Select(of).Order().Select(value => value.ToString(format, CultureInfo.InvariantCulture)).ToList();
        return values[0] == values[^1] ? values[0] : $"{values[0]}/{values[values.Count / 2]}/{values[^1]}";
    }

    private static Uri Endpoint(int port, string path) => new($"http://127.0.0.1:{port}/{path}");

    private static string Api(TestDiscord discord) => discord.ApiBaseUrl.AbsoluteUri.Replace("/v10/", "", StringComparison.Ordinal);

    private static int Number(string[] arguments, int index, int otherwise) =>
        arguments.Length > index && int.TryParse(arguments[index], CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
