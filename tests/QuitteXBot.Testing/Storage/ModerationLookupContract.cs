using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Statements;
using Xunit;
using static QuitteXBot.Testing.Storage.Builders;

namespace QuitteXBot.Testing.Storage;

/// <summary>What moderators look up before they change something, the history of it, and what became of pages.</summary>
public abstract class ModerationLookupContract(IStoreHarness harness) : ModerationContract(harness)
{
    [Theory]
    [InlineData("nous quittons ce réseau où règne la haine", true)]
    [InlineData("NOUS QUITTONS CE RESEAU OÙ REGNE LA HAINE !", true)]
    [InlineData("Oui, nous quittons ce réseau où règne la haine, a-t-il dit", true)]
    [InlineData("quittons ce réseau où règne", true)]
    [InlineData("la haine", false)]
    [InlineData("tout autre chose que cela vraiment", false)]
    [InlineData("", false)]
    public async Task NearDuplicatesAsync_Words_FindsTheAlike(string words, bool found)
    {
        var source = Source("m-x", "« Nous quittons ce réseau où règne la haine » et « Rien à voir avec le reste du texte »");
        var statement = Statement(source, "Nous quittons ce réseau où règne la haine", "o");
        await ChangeAsync(Add(statement, Statement(source, "Rien à voir avec le reste du texte", "o")) with { Sources = [source] });

        foreach (var organisation in (string?[])["o", null])
            Assert.Equal(found ? [statement.Id] : [], (await Moderation.NearDuplicatesAsync(organisation, words, default)).Select(item => item.Statement.Id));
        Assert.Empty(await Moderation.NearDuplicatesAsync("other", words, default));
        await ChangeAsync(Withdraw(statement));
        Assert.Empty(await Moderation.NearDuplicatesAsync("o", words, default));
    }

    [Fact]
    public async Task NearDuplicatesAsync_Many_GivesThreeBestFirst()
    {
        var source = Source("m-x", "un deux trois quatre cinq / un deux trois quatre six / un deux trois quatre cinq sept / un deux trois quatre cinq six");
        await ChangeAsync(Add([.. source.Text.Split(" / ").Select(words => Statement(source, words, "o"))]) with { Sources = [source] });

        var found = await Moderation.NearDuplicatesAsync("o", "un deux trois quatre six", default);

        Assert.Equal(3, found.Count);
        Assert.Equal("un deux trois quatre six", found[0].Statement.Quote.Text);
    }

    [Theory]
    [InlineData("https://www.example.org/a/b/?x=1&y=2", true)]
    [InlineData("http://EXAMPLE.org/a/b?x=1&utm_source=z&y=2&utm_medium=q#part", true)]
    [InlineData(" https://example.org:443/a/b?x=1&y=2 ", true)]
    [InlineData("https://example.org/a/B?x=1&y=2", false)]
    [InlineData("https://example.org/a/b?y=2", false)]
    [InlineData("https://example.org:8443/a/b?x=1&y=2", false)]
    [InlineData("ftp://example.org/a/b?x=1&y=2", false)]
    [InlineData("", false)]
    [InlineData("https://", false)]
    public async Task FindSourceByUrlAsync_AnAddress_FindsThePage(string url, bool found)
    {
        var source = Source("m-x", "texte") with { Url = "https://example.org/a/b?x=1&y=2" };
        await ChangeAsync(new Change { Command = "source add", Sources = [source, Source("m-y", "texte") with { Url = null }] });

        Assert.Equal(found ? source : null, await Moderation.FindSourceByUrlAsync(url, default));
    }

    [Fact]
    public async Task FindSourceByUrlAsync_AnArchive_IsFoundWherePageIsNot()
    {
        var archived = Source("m-a", "texte") with { ArchiveUrl = "https://archive.example/1" };
        var read = Source("m-b", "texte") with { Url = "https://archive.example/1" };
        await ChangeAsync(new Change { Command = "source add", Sources = [archived] });
        Assert.Equal(archived, await Moderation.FindSourceByUrlAsync("http://archive.example/1/", default));

        await ChangeAsync(new Change { Command = "source add", Sources = [read] });
        Assert.Equal(read, await Moderation.FindSourceByUrlAsync("http://archive.example/1/", default));
    }

    [Fact]
    public async Task RecordPageAsync_APageThatChanged_IsToldSinceTheFirstCheck()
    {
        var report = Report("m-d", "o", announced: "2025-01-20") with { Citation = new Citation(Article.Id, null, null, null, null, 0, 3, "", " ma") };
        await ChangeAsync(Add(Leaving) with { Reports = [new ReportChange(report)] });
        var revisions = await RevisionCountAsync();
        var (first, later) = (new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1));

        await Moderation.RecordPageAsync(Article.Id, new PageCheck(PageState.Changed, first), default);
        await Moderation.RecordPageAsync(Article.Id, new PageCheck(PageState.Changed, later), default);
        Assert.Equal(new PageCheck(PageState.Changed, first), await PageAsync());
        Assert.Equal(await PageAsync(), Assert.Single(await Store.ReportsAsync("o", default)).Citation.Page);

        await Moderation.RecordPageAsync(Article.Id, new PageCheck(PageState.Gone, later), default);
        Assert.Equal(new PageCheck(PageState.Gone, later), await PageAsync());

        await Moderation.RecordPageAsync(Article.Id, new PageCheck(PageState.Present, later), default);
        await Moderation.RecordPageAsync("nobody", new PageCheck(PageState.Gone, later), default);
        Assert.Null(await PageAsync());
        Assert.Equal([new(Article.Id, new PageCheck(PageState.Present, later))], (await Moderation.PagesAsync(default)).AsEnumerable());
        Assert.Equal(revisions, await RevisionCountAsync());
    }

    [Fact]
    public async Task ChangeAsync_AReportReadWithItsPage_IsNotChangedByThat()
    {
        var report = Report("m-d", "o", announced: "2025-01-20") with { Citation = new Citation(Article.Id, null, null, null, null, 0, 3, "", " ma") };
        await ChangeAsync(Add(Leaving) with { Reports = [new ReportChange(report)] });
        await Moderation.RecordPageAsync(Article.Id, new PageCheck(PageState.Gone, new DateOnly(2026, 1, 1)), default);
        var read = Assert.Single(await Store.ReportsAsync("o", default));
        var version = await Moderation.VersionAsync("m-d", default);

        await ChangeAsync(new Change { Command = "departure set", Reports = [new ReportChange(read)] });

        Assert.Equal(version, await Moderation.VersionAsync("m-d", default));
    }

    [Fact]
    public async Task HistoryAsync_Changes_TellsWhoWhyAndWhatIsOther()
    {
        await ApplyAsync(Batch((Article, [Leaving])));
        await ChangeAsync(Edit(Leaving.Id, Leaving with { Reasons = ["hate", "values"], SaidOn = Date("2025-01") }) with { Note = "lu trop vite" });
        await ChangeAsync(Withdraw(Leaving with { Reasons = ["hate", "values"], SaidOn = Date("2025-01") }), Bob);

        var history = await HistoryAsync(Leaving.Id);

        Assert.Equal(
            [("withdrawn", Bob, "statement withdraw", null), ("changed", Alice, "statement edit", "lu trop vite"), ("added", "seeds", null, null)],
            history.Select(entry => (entry.Action, entry.Actor, entry.Command, entry.Note)));
        Assert.Equal([new FieldChange("status", "published", "withdrawn")], history[0].Fields.AsEnumerable());
        Assert.Equal([new FieldChange("reasons", "hate", "hate, values"), new FieldChange("saidOn", null, "2025-01")], history[1].Fields.AsEnumerable());
        Assert.Contains(new FieldChange("quote", null, "nous partons"), history[2].Fields);
        var page = await Moderation.HistoryAsync(Leaving.Id, 1, 1, default);
        Assert.Equal((3, 1, history[1].Number), (page.Total, page.Offset, page.Items[0].Number));
        Assert.Empty((await Moderation.HistoryAsync("nobody", 0, 5, default)).Items);
    }

    [Fact]
    public async Task HistoryAsync_ADeparture_NamesTheFieldsWithin()
    {
        var report = Report("m-d", "o", DepartureAction.Leaves, "2025-01-20");
        await ChangeAsync(new Change { Command = "departure set", Organisations = [Organisation("o")], Reports = [new ReportChange(report)] });
        await ChangeAsync(new Change { Command = "departure set", Reports = [new ReportChange(report with { Citation = report.Citation with { Outlet = "Autre" } })] });

        Assert.Equal([new FieldChange("citation.outlet", "Le Journal", "Autre")], (await HistoryAsync("m-d"))[0].Fields.AsEnumerable());
    }

    [Fact]
    public async Task HistoryAsync_PlacesExchanged_FollowsTheStatementNotThePlace()
    {
        var (one, two) = (Leaving, Statement(Article, "la haine règne", "o"));
        await ChangeAsync(Add(one));
        await ChangeAsync(Edit(one.Id, two));
        await ChangeAsync(Add(one));
        await ChangeAsync(Edit(one.Id, one with { Reasons = ["values"] }));

        Assert.Equal(["changed", "added"], (await HistoryAsync(two.Id)).Select(entry => entry.Action));
        Assert.Equal(["changed", "added"], (await HistoryAsync(one.Id)).Select(entry => entry.Action));
        Assert.Equal("values", (await HistoryAsync(one.Id))[0].Fields.Single().After);
        Assert.Equal(0, await Moderation.VersionAsync("nobody", default));
    }

    private async Task<PageCheck?> PageAsync() => (await Store.FindStatementAsync(Leaving.Id, default))!.Citation.Page;
}
