using System.Collections.Immutable;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;
using Xunit;
using static QuitteXBot.Testing.Storage.Builders;

namespace QuitteXBot.Testing.Storage;

/// <summary>Sources and statements come back as they were given, by every condition and in order.</summary>
public abstract class StoreReadingContract(IStoreHarness harness) : StoreContract(harness)
{
    private static readonly Source First = Source("a", "Ils ont dit « un », puis « deux », enfin « trois ».");
    private static readonly Source Second = Source("b", "Et « quatre », et « cinq ».");

    [Fact]
    public async Task FindSourceAsync_StoredSource_IsTheSame()
    {
        var source = First with
        {
            Author = "A. Nonyme",
            ArchiveUrl = "https://archive.example/1",
            Retrieved = new DateTimeOffset(2025, 2, 3, 4, 5, 6, 789, TimeSpan.FromHours(2)),
            Language = "en",
            RightsNote = "courte citation",
            Published = Date("2025-01"),
        };

        await ApplyAsync(Batch((source, [])));

        Assert.Equal(source, await Store.FindSourceAsync("a", default));
    }

    [Fact]
    public async Task FindSourceAsync_OnlyRequiredFields_LeavesTheOthersNull()
    {
        await ApplyAsync(Batch((new Source { Id = "bare", Text = "" }, [])));

        Assert.Equal(new Source { Id = "bare", Text = "" }, await Store.FindSourceAsync("bare", default));
    }

    [Fact]
    public async Task Find_UnknownIds_AreNull()
    {
        Assert.Null(await Store.FindSourceAsync("nowhere", default));
        Assert.Null(await Store.FindStatementAsync("s000000000000", default));
        Assert.Empty((await Store.StatementsAsync(new StatementQuery { OrganisationId = "nobody" }, default)).Items);
        Assert.Empty(await Store.ReportsAsync("nobody", default));
        Assert.Equal(0, (await Store.RevisionsAsync("nothing", 0, 10, default)).Total);
    }

    [Fact]
    public async Task ListSourcesAsync_SeveralSources_AreOrderedByIdWithTheirPublishedStatements()
    {
        var draft = Statement(First, "trois") with { Status = StatementStatus.Draft };
        await ApplyAsync(Batch((Second, []), (First, [Statement(First, "un"), Statement(First, "deux"), draft])));

        var sources = await Store.ListSourcesAsync(default);

        Assert.Equal(
            [new SourceSummary("a", "La Gazette", "Un titre", Date("2025-01-20"), "fr", 2), new SourceSummary("b", "La Gazette", "Un titre", Date("2025-01-20"), "fr", 0)],
            sources);
    }

    [Fact]
    public async Task FindStatementAsync_EveryField_ComesBackWithItsCitation()
    {
        var statement = Statement(First, "deux", "region-44") with
        {
            Reasons = ["privacy", "hate", "values"],
            Topic = StatementTopic.Next,
            SaidOn = Date("2025-01"),
            Status = StatementStatus.Draft,
            Confidence = new Confidence(0.1, 0.25, 1d / 3, 0.9),
        };
        statement = statement with { Quote = statement.Quote with { Truncated = true, Heading = true } };
        statement = statement with { Attribution = new Attribution(null, null, "region-44", "Région X", AttributionBasis.Inferred) };
        await ApplyAsync(Batch((First, [statement])));

        var found = await Store.FindStatementAsync(statement.Id, default);

        AssertSame(statement, found!.Statement);
        var quote = statement.Quote;
        Assert.Equal(
            new Citation("a", "La Gazette", "Un titre", Date("2025-01-20"), "https://example.org/a", quote.Start, quote.End, quote.Prefix, quote.Suffix),
            found.Citation);
    }

    [Fact]
    public async Task StatementsAsync_EachCondition_KeepsOnlyWhatMatches()
    {
        var why = Statement(First, "un", "x") with { Reasons = ["hate", "privacy"] };
        var next = Statement(First, "deux", "x") with { Topic = StatementTopic.Next };
        var heading = Statement(First, "trois", "y");
        heading = heading with { Quote = heading.Quote with { Heading = true } };
        var draft = Statement(Second, "quatre", "y") with { Status = StatementStatus.Draft };
        var withdrawn = Statement(Second, "cinq", "y") with { Status = StatementStatus.Withdrawn };
        await ApplyAsync(Batch((First, [why, next, heading]), (Second, [draft, withdrawn])));

        Assert.Equal([why.Id, next.Id], await IdsAsync(new StatementQuery()));
        Assert.Equal([why.Id, next.Id, heading.Id], await IdsAsync(new StatementQuery { IncludeHeadings = true }));
        Assert.Equal([why.Id], await IdsAsync(new StatementQuery { Topic = StatementTopic.Why }));
        Assert.Equal([why.Id], await IdsAsync(new StatementQuery { Reason = "privacy" }));
        Assert.Empty(await IdsAsync(new StatementQuery { Reason = "priv" }));
        Assert.Equal([why.Id], await IdsAsync(new StatementQuery { OrganisationId = "x", Reason = "privacy" }));
        Assert.Equal([why.Id, next.Id], await IdsAsync(new StatementQuery { OrganisationId = "x" }));
        Assert.Equal([heading.Id], await IdsAsync(new StatementQuery { OrganisationId = "y", IncludeHeadings = true }));
        Assert.Equal([draft.Id], await IdsAsync(new StatementQuery { Statuses = [StatementStatus.Draft] }));
        Assert.Equal([draft.Id, withdrawn.Id], await IdsAsync(new StatementQuery { SourceId = "b", Statuses = [] }));
        Assert.Equal([next.Id], await IdsAsync(new StatementQuery { Ids = [next.Id, draft.Id, "s-unknown"] }));
        Assert.Equal(
            [next.Id, draft.Id],
            await IdsAsync(new StatementQuery { Ids = [draft.Id, next.Id, next.Id], Statuses = [StatementStatus.Published, StatementStatus.Draft] }));
    }

    [Fact]
    public async Task StatementsAsync_SeveralDates_ComeLatestFirstThenByPlace()
    {
        var undated = Statement(First, "un", "x");
        var year = Statement(First, "deux", "x") with { SaidOn = Date("2025") };
        var day = Statement(First, "trois", "x") with { SaidOn = Date("2025-01-01") };
        var month = Statement(Second, "quatre", "x") with { SaidOn = Date("2025-01") };
        var later = Statement(Second, "cinq", "x") with { SaidOn = Date("2025-01-02") };
        await ApplyAsync(Batch((First, [undated, year, day]), (Second, [month, later])));

        string[] expected = [later.Id, year.Id, month.Id, day.Id, undated.Id];
        Assert.Equal(expected, await IdsAsync(new StatementQuery()));
        Assert.Equal(expected, await IdsAsync(new StatementQuery { OrganisationId = "x" }));
    }

    [Theory]
    [InlineData(0, 2, 2)]
    [InlineData(3, 2, 2)]
    [InlineData(4, 2, 1)]
    [InlineData(5, 2, 0)]
    [InlineData(0, 5, 5)]
    [InlineData(0, 0, 0)]
    [InlineData(1000, 10, 0)]
    [InlineData(0, -1, 0)]
    [InlineData(-1, 2, 2)]
    public async Task StatementsAsync_APage_HasItsPartAndTheTotal(int offset, int limit, int expected)
    {
        Statement[] all = [Statement(First, "un"), Statement(First, "deux"), Statement(First, "trois"), Statement(Second, "quatre"), Statement(Second, "cinq")];
        await ApplyAsync(Batch((First, all[..3]), (Second, all[3..])));

        var page = await Store.StatementsAsync(new StatementQuery { Offset = offset, Limit = limit }, default);

        Assert.Equal(all.Skip(offset).Take(expected).Select(statement => statement.Id), page.Items.Select(item => item.Statement.Id));
        Assert.Equal(5, page.Total);
        Assert.Equal(offset, page.Offset);
    }

    [Fact]
    public async Task AllStatementsAsync_MixedStatuses_StreamsEveryPublishedOneInOrder()
    {
        var heading = Statement(First, "trois");
        heading = heading with { Quote = heading.Quote with { Heading = true } };
        await ApplyAsync(Batch(
            (Second, [Statement(Second, "quatre"), Statement(Second, "cinq") with { Status = StatementStatus.Draft }]),
            (First, [heading, Statement(First, "un")])));

        var all = await ListAsync(Store.AllStatementsAsync(default));

        Assert.Equal(["un", "trois", "quatre"], all.Select(item => item.Statement.Quote.Text));
        Assert.All(all, item => Assert.Equal("La Gazette", item.Citation.Outlet));
    }

    [Fact]
    public async Task SummariseAsync_AfterABatch_CountsEverything()
    {
        Assert.Equal(new StoreSummary(0, 0, 0, 0, 0, 0), await Store.SummariseAsync(default));
        var batch = Batch((First, [Statement(First, "un", "x"), Statement(First, "deux", "y") with { Status = StatementStatus.Draft }]));

        await ApplyAsync(batch with { Reports = [Report("d1", "x")] });

        Assert.Equal(new StoreSummary(Sources: 1, Organisations: 2, Statements: 2, Published: 1, Reports: 1, Revisions: 6), await Store.SummariseAsync(default));
    }

    [Fact]
    public async Task OrganisationsAsync_WithAndWithoutRecords_GivesThoseWithRecordsById()
    {
        var batch = Batch((First, [Statement(First, "un", "z")]));
        var reported = Organisation("b") with
        {
            ShortName = "court",
            Aliases = ["alias", "l’autre", "un \"guillemet\""],
            Code = "54",
            Country = "BE",
            DepartementCode = "2A",
            RegionCode = "94",
            Population = 730_000,
        };
        batch = batch with { Organisations = [.. batch.Organisations, reported, Organisation("nobody")], Reports = [Report("d1", "b")] };

        await ApplyAsync(batch);

        var found = await ListAsync(Store.OrganisationsAsync(default));
        Assert.Equal(["b", "z"], found.Select(organisation => organisation.Id));
        Assert.Equal(reported.Aliases.AsEnumerable(), found[0].Aliases.AsEnumerable());
        Assert.Equal(reported with { Aliases = [] }, found[0] with { Aliases = [] });
    }

    [Theory]
    [InlineData("'); DROP TABLE statements;--")]
    [InlineData("\" OR 1=1 --")]
    [InlineData("%_*?[]")]
    [InlineData("a\0b")]
    [InlineData("👩‍👩‍👧 \u202Efdp\u202C 𝔘")]
    [InlineData("\uFEFF\u0001\r\n\t")]
    public async Task AnyText_InEveryField_ComesBackAsItIs(string hostile)
    {
        var source = Source("h", $"«{hostile}» fin") with { Outlet = hostile, Title = hostile, Author = hostile, Url = hostile, RightsNote = hostile };
        var statement = Statement(source, hostile, "o") with { Reasons = [hostile, "hate"] };
        statement = statement with { Attribution = new Attribution(hostile, hostile, "o", hostile, AttributionBasis.Stated) };
        var report = Report("d", "o") with { Note = hostile, Accounts = [hostile, ""], PlatformsKept = [hostile] };
        var batch = Batch((source, [statement])) with
        {
            Organisations = [Organisation("o", name: hostile) with { Aliases = [hostile, ""] }],
            Reports = [report],
        };

        await ApplyAsync(batch);

        Assert.Equal(source, await Store.FindSourceAsync("h", default));
        AssertSame(statement, await FindAsync(statement.Id));
        Assert.Single(await IdsAsync(new StatementQuery { Reason = hostile }));
        Assert.Empty(await IdsAsync(new StatementQuery { OrganisationId = hostile }));
        Assert.Empty(await IdsAsync(new StatementQuery { Ids = [hostile] }));
        Assert.Null(await Store.FindSourceAsync(hostile, default));
        var stored = Assert.Single(await Store.ReportsAsync("o", default));
        Assert.Equal((hostile, hostile, ""), (stored.Note, stored.Accounts[0], stored.Accounts[1]));
        Assert.Equal([hostile, ""], Assert.Single(await ListAsync(Store.OrganisationsAsync(default))).Aliases.AsEnumerable());
        Assert.Empty(await DefectsAsync());
        Assert.Equal(0, (await ApplyAsync(batch)).Changed);
    }

    [Fact]
    public async Task ApplyAsync_EmojiBeforeAndInsideAQuote_CountsCodePoints()
    {
        var source = Source("emoji", "😀😀 « Nous partons 👋🏽 demain » 😀");
        var statement = Statement(source, "Nous partons 👋🏽 demain");
        Assert.Equal((5, 27), (statement.Quote.Start, statement.Quote.End));

        await ApplyAsync(Batch((source, [statement])));

        Assert.Empty(await DefectsAsync());
        AssertSame(statement, await FindAsync(statement.Id));
    }

    [Fact]
    public async Task ApplyAsync_AMegabyteOfText_ComesBackAndVerifies()
    {
        var source = Source("long", string.Concat(Enumerable.Repeat("À la mairie, 😀 « rien ne va ». ", 40_000)) + "« la fin »");
        var statements = ImmutableArray.Create(Statement(source, "la fin"), Statement(source, "rien ne va", occurrence: 3));

        await ApplyAsync(Batch((source, [.. statements])));

        Assert.Equal(source, await Store.FindSourceAsync("long", default));
        Assert.Empty(await DefectsAsync());
    }

    [Fact]
    public async Task EveryMethod_CancelledBefore_Throws()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var token = cancelled.Token;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.FindSourceAsync("a", token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ListSourcesAsync(token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.FindStatementAsync("s", token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.StatementsAsync(new StatementQuery(), token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ReportsAsync("o", token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.DeparturesAsync(new DepartureQuery(), token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.CountReasonsAsync(new DepartureQuery(), token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.SummariseAsync(token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.RevisionsAsync(null, 0, 1, token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ApplyAsync(new IngestBatch(), Seeds, token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ListAsync(Store.AllStatementsAsync(token)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ListAsync(Store.OrganisationsAsync(token)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ListAsync(Store.VerifyAsync(null, token)));
    }
}
