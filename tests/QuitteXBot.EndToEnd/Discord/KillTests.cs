using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using QuitteXBot.Testing.Discord;
using Xunit.Abstractions;

namespace QuitteXBot.EndToEnd.Discord;

/// <summary>Acknowledged means kept, and announced once, whenever the bot dies.</summary>
public sealed partial class KillTests(ITestOutputHelper output)
{
    private const int Channels = 5;
    private const int Moderators = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>How often the bot is killed. A hundred take about five minutes.</summary>
    private static int Kills => Number("QUITTEXBOT_MODERATION_KILLS", 6);

    /// <summary>How many changes are acknowledged meanwhile, at least.</summary>
    private static int Changes => Number("QUITTEXBOT_CHANGES", 40);

    [Fact]
    public async Task Kill_AtRandomMoments_LosesNoAcknowledgedChangeAndAnnouncesEachOnce()
    {
        using var folder = new BotFolder();
        Assert.Equal(0, (await BotProcess.RunAsync(folder, null, "reindex")).ExitCode);
        await using var discord = await TestDiscord.StartAsync(options: new TestDiscordOptions { MessageLimit = 10_000, GlobalLimit = 100_000 });
        var moderators = Enumerable.Range(0, Moderators).Select(number => discord.Users.New($"moderator{number}")).ToList();
        var settings = DiscordProcess.SettingsFor(discord);
        settings["QUITTEXBOT__PERMISSIONS__MODERATORS"] = string.Join(',', moderators.Select(user => $"discord:{user.Id}"));
        var channels = Enumerable.Range(0, Channels).Select(number => number == 0 ? discord.ChannelId : discord.AddChannel($"annonces-{number}")).ToList();

        var run = new Run(discord, Changes);
        var bot = await StartAsync(discord, folder, settings);
        foreach (var channel in channels)
            await new Member(discord, moderators[0] with { Channel = channel }).SlashAsync("announce here");

        var work = Task.WhenAll(moderators.Select(run.WorkAsync));
        var random = new Random();
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(random.Next(50, 1_500));
            await bot.KillAsync();
            run.Died();
            bot = await StartAsync(discord, folder, settings);
        }

        await work.WaitAsync(Patience);
        // What was not acknowledged before a kill may be there too: then it is announced as well.
        var published = await PublishedAsync(folder);
        await using (bot)
            await bot.UntilAsync(() => Announced(discord).Count >= published.Count * Channels, "not everything was announced");

        await AssertKeptAsync(folder, published, run);
        AssertAnnouncedOnce(discord, channels, published);
        output.WriteLine($"{Kills} kills, {run.Acknowledged.Count} changes acknowledged, {Announced(discord).Count} announcements in {Channels} channels");
    }

    private static async Task<DiscordProcess> StartAsync(TestDiscord discord, BotFolder folder, Dictionary<string, string> settings)
    {
        var bot = DiscordProcess.Start(folder, settings);
        await bot.UntilAsync(() => discord.Connected == 1 && discord.Commands().Count > 20, "the bot did not come");
        return bot;
    }

    private static async Task AssertKeptAsync(BotFolder folder, List<string> published, Run run)
    {
        var verified = await BotProcess.RunAsync(folder, null, "verify");
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
        Assert.Equal(published.Count, published.Distinct().Count());
        Assert.Empty(run.Acknowledged.Except(published));
    }

    private static async Task<List<string>> PublishedAsync(BotFolder folder)
    {
        var exported = await BotProcess.RunAsync(folder, null, "export", "--format", "json");
        var statements = JsonNode.Parse(exported.Output)!["statements"]!.AsArray();
        return [.. statements.Select(statement => statement!.ToJsonString(Unescaped)).Where(json => Numbered().IsMatch(json)).Select(json => Numbered().Match(json).Value)];
    }

    private static JsonSerializerOptions Unescaped { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Each announcement as its channel and its quote; answers to moderators are private and no messages of a channel.</summary>
    private static List<(string Channel, string Quote)> Announced(TestDiscord discord) =>
    [
        .. discord.Messages
            .Where(message => message["nonce"] is not null)
            .Select(message => (message["channel_id"]!.GetValue<string>(), Numbered().Match(message["embeds"]?[0]?["description"]?.GetValue<string>() ?? "").Value))
            .Where(told => told.Item2.Length > 0),
    ];

    private static void AssertAnnouncedOnce(TestDiscord discord, List<string> channels, List<string> published)
    {
        var announced = Announced(discord);
        Assert.Equal(announced.Count, announced.Distinct().Count());
        foreach (var channel in channels)
            Assert.Equal(published.Order(), announced.Where(told => told.Channel == channel).Select(told => told.Quote).Order());
        var nonces = discord.Messages.Select(message => message["nonce"]?.GetValue<string>()).OfType<string>().ToList();
        Assert.Equal(nonces.Count, nonces.Distinct().Count());
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    [GeneratedRegex("Changement numéro [0-9]+")]
    private static partial Regex Numbered();

    /// <summary>Moderators who post one statement after another. What the bot did not acknowledge before it died is left alone: it may be there or not.</summary>
    private sealed class Run(TestDiscord discord, int wanted)
    {
        private int next;
        private TaskCompletionSource died = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ConcurrentBag<string> Acknowledged { get; } = [];

        public void Died() => Interlocked.Exchange(ref died, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

        public async Task WorkAsync(TestUser user)
        {
            while (Acknowledged.Count < wanted)
            {
                await Waiting.UntilAsync(() => discord.Connected == 1, Patience, "the bot never came back");
                var quote = string.Create(CultureInfo.InvariantCulture, $"Changement numéro {Interlocked.Increment(ref next)}");
                var preview = discord.Users.Slash(
                    user, "statement add", ("organisation", "departement-33"), ("quote", quote), ("speaker", "Ana Petit"), ("outlet", "La Gazette"), ("published", "2025-02-03"));
                if (await AnswerAsync(preview) is not { } shown)
                    continue;
                var button = new Screen(shown, preview.OriginalId, IsForm: false).Button("Confirmer")["custom_id"]!.GetValue<string>();
                var done = await AnswerAsync(discord.Users.Press(user, preview.OriginalId!, button));
                if (done is not null && new Screen(done, null, IsForm: false).Title.StartsWith("Déclaration enregistrée", StringComparison.Ordinal))
                    Acknowledged.Add(quote);
            }
        }

        private async Task<JsonObject?> AnswerAsync(TestInteraction interaction)
        {
            var end = Volatile.Read(ref died).Task;
            return await Task.WhenAny(interaction.Final, end, Task.Delay(TimeSpan.FromSeconds(20))) == interaction.Final ? await interaction.Final : null;
        }
    }
}
