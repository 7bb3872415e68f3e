using Microsoft.Extensions.Logging;
using QuitteXBot.Commands;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Core.Checking;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Statements;
using QuitteXBot.Maintenance;
using QuitteXBot.Testing;
using QuitteXBot.Tests.Composition;

namespace QuitteXBot.Tests.Maintenance;

public sealed partial class MaintainerTests : FreshnessFixture
{
    private static readonly Asker Maintainer = new("console", "local", Permission.Maintainer) { OpenFile = _ => null };

    [Theory]
    [InlineData("/status")]
    [InlineData("/reindex")]
    [InlineData("/source check")]
    [InlineData("/export json")]
    [InlineData("/import")]
    [InlineData("/backup")]
    public async Task Ask_ByAModerator_IsRefusedWithTheRoleItNeeds(string command)
    {
        var reply = await Bot.Assistant.AskAsync(command, Maintainer with { Permission = Permission.Moderator }, Language.English, default);

        Assert.Equal(Outcome.Denied, reply.Outcome);
        Assert.Contains("maintainers", Assert.IsType<TextBlock>(Assert.Single(reply.Blocks)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_AfterABackupAndAWarning_TellsBothAndNoWords()
    {
        LogWaits(Bot.Errors.CreateLogger("A.Worker"), 7, "Ana Petit");
        await RunAsync("/backup");

        var reply = await RunAsync("/status");

        var lines = reply.Blocks.OfType<ListBlock>().SelectMany(list => list.Items).Select(item => item.Text).ToList();
        Assert.Contains("Last backup: 20 January 2025, 12:00 UTC", lines);
        Assert.Contains("Worker: Announcement 7 waits for …", lines);
        Assert.Contains(lines, line => line.StartsWith("Sources: 1 · organisations: 1 · statements: 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reindex_WhileOneGoesOn_IsToldSoAndAnswersGoOn()
    {
        Directory.CreateDirectory(Bot.Options.Paths.Seeds);

        var first = await AskMaintainerAsync("/reindex");
        var second = await AskMaintainerAsync("/reindex");

        Assert.NotNull(first.Updates);
        Assert.Equal(Outcome.Answered, (await AskAsync("/why " + Kerlevan)).Outcome);
        var last = first;
        await foreach (var update in first.Updates)
            last = update;
        Assert.Equal("Reindexed.", last.Title);
        Assert.True(second.Updates is not null || second.Outcome == Outcome.Invalid);
        if (second.Updates is { } rest)
        {
            await foreach (var update in rest)
                Assert.Equal(Outcome.Done, update.Outcome);
        }
    }

    [Fact]
    public async Task ExportAndImport_IntoTheSameStore_ChangesNothing()
    {
        var file = (await RunAsync("/export json")).File!;
        var asker = Maintainer with { Enclosure = new Enclosure(file.Name, file.Content) };

        var preview = await Bot.Assistant.AskAsync("/import", asker, Language.English, default);
        var done = await Bot.Assistant.AskAsync("/confirm", asker, Language.English, default);

        Assert.Equal(Outcome.Preview, preview.Outcome);
        Assert.Equal("Added: 0 · changed: 0 · withdrawn: 0 · unchanged: 3.", Assert.IsType<TextBlock>(preview.Blocks[0]).Text);
        Assert.Equal(preview.Blocks[0], Assert.Single(done.Blocks));
        Assert.Equal(file.Content.ToArray(), (await RunAsync("/export json")).File!.Content.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("{\"format\":\"other\"}")]
    [InlineData("null")]
    public async Task Import_OfSomethingElse_IsRefusedWithTheFilesName(string content)
    {
        var asker = Maintainer with { Enclosure = new Enclosure("letter.json", System.Text.Encoding.UTF8.GetBytes(content)) };

        var reply = await Bot.Assistant.AskAsync("/import", asker, Language.English, default);

        Assert.Equal(Outcome.Invalid, reply.Outcome);
        Assert.StartsWith("letter.json: ", Assert.IsType<TextBlock>(Assert.Single(reply.Blocks)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_MoreThanAreKept_RemovesTheOldestAndNothingElse()
    {
        var folder = Path.Combine(Bot.Options.Paths.Data, "backups");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "mine.db"), "");
        for (var day = 1; day <= 14; day++)
            File.WriteAllText(Path.Combine(folder, $"quittexbot-202501{day:00}T000000Z.db"), "");

        Assert.Equal(Outcome.Done, (await RunAsync("/backup")).Outcome);

        var names = Directory.GetFiles(folder).Select(Path.GetFileName).ToList();
        Assert.Equal(15, names.Count);
        Assert.Contains("mine.db", names);
        Assert.DoesNotContain("quittexbot-20250101T000000Z.db", names);
        Assert.Contains("quittexbot-20250120T120000Z.db", names);
    }

    [Fact]
    public async Task SourceRound_AQuoteThatIsMissing_CountsAsChangedOnTheSecondDayAndNotTheSameDay()
    {
        var (clock, checker) = (new ManualTimeProvider(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero)), new Pages());
        await AddressAsync();
        SourceRound NewRound() => new(Bot.Store, (IModerationStore)Bot.Store, checker, Bot.Options.Paths.Data, clock);

        checker.Found = QuotePresence.Modified;
        Assert.Equal(1, (await NewRound().RunAsync(new Silent(), default)).Suspected);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, (await NewRound().RunAsync(new Silent(), default)).Suspected);
        Assert.Empty((await AskAsync("/why " + Kerlevan)).Statements[0].Remarks);
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, (await NewRound().RunAsync(new Silent(), default)).Changed);

        var answer = await AskAsync("/why " + Kerlevan);
        Assert.Equal("Source modifiée depuis le 20 novembre 2026.", Assert.Single(answer.Statements[0].Remarks));
        Assert.Contains("\"page\":\"changed\",\"pageSince\":\"2026-11-20\"", Commands.Rendering.ReplyJson.Write(answer), StringComparison.Ordinal);

        checker.Found = QuotePresence.Unknown;
        await NewRound().RunAsync(new Silent(), default);
        Assert.Single((await AskAsync("/why " + Kerlevan)).Statements[0].Remarks);
        checker.Found = QuotePresence.Gone;
        await NewRound().RunAsync(new Silent(), default);
        Assert.Equal("Source disparue depuis le 21 novembre 2026.", Assert.Single((await AskAsync("/why " + Kerlevan)).Statements[0].Remarks));
        checker.Found = QuotePresence.Present;
        await NewRound().RunAsync(new Silent(), default);
        Assert.Empty((await AskAsync("/why " + Kerlevan)).Statements[0].Remarks);
    }

    [LoggerMessage(LogLevel.Warning, "Announcement {Number} waits for {Name}")]
    private static partial void LogWaits(ILogger log, int number, string name);

    private Task AddressAsync() =>
        ApplyAsync(Records with { Sources = [.. Records.Sources.Select(source => source with { Url = "https://example.org/" + source.Id })] });

    private Task<Reply> AskMaintainerAsync(string command) => Bot.Assistant.AskAsync(command, Maintainer, Language.English, default);

    private async Task<Reply> RunAsync(string command) => await AskMaintainerAsync(command);

    private sealed class Pages : ISourceChecker
    {
        public QuotePresence Found { get; set; }

        public Task<SourceCheck> CheckAsync(string url, IReadOnlyCollection<Quote> quotes, CancellationToken cancellationToken) =>
            Task.FromResult(new SourceCheck(url, default, [.. quotes.Select(quote => new CheckedQuote(quote, Found))], null));
    }

    private sealed class Silent : IProgress<Commands.Moderation.MaintenanceStep>
    {
        public void Report(Commands.Moderation.MaintenanceStep value)
        {
        }
    }
}
