using System.Collections.Immutable;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;
using Xunit;
using static QuitteXBot.Testing.Storage.Builders;

namespace QuitteXBot.Testing.Storage;

/// <summary>Changes: whole or not at all, nothing overwritten unseen, and what was typed is what is stored.</summary>
public abstract class ModerationChangeContract(IStoreHarness harness) : ModerationContract(harness)
{
    public static TheoryData<string> HostileTexts => new()
    {
        "@everyone <@1234> <@&5> <#6>",
        "**gras** `code` ~~x~~ [lien](https://example.org) > cité\n# titre",
        "<script>alert('x')</script>&amp;<img src=x onerror=y>",
        "\u202Eàgauche\u202C\u2066isolé\u2069\u200F",
        "avant\0après",
        "';DROP TABLE statements;-- \" ? %s {0}",
        "😀👩‍👩‍👧 \uFFFD é e\u0301",
        new string('x', 100_000),
    };

    [Fact]
    public async Task ChangeAsync_ANewStatement_IsReadAtOnce()
    {
        var receipt = await ChangeAsync(Add(Leaving));

        AssertSame(Leaving, await FindAsync(Leaving.Id));
        Assert.Equal([Leaving.Id], await IdsAsync(new StatementQuery { OrganisationId = "o" }));
        Assert.Equal(Article, await Store.FindSourceAsync(Article.Id, default));
        Assert.Equal(receipt.Number, await RevisionCountAsync());
        var last = (await Store.RevisionsAsync(null, 0, 1, default)).Items[0];
        Assert.Equal(("change", $"change:{receipt.Number}", "statement add"), (last.Entity, last.EntityId, last.Action));
        await AssertSoundAsync();
    }

    [Fact]
    public async Task ChangeAsync_ADraft_IsNotPublished()
    {
        await ChangeAsync(Add(Leaving with { Status = StatementStatus.Draft }));

        Assert.Empty(await PublishedWordsAsync());
        Assert.Empty(await Store.CountReasonsAsync(new DepartureQuery(), default));
        await AssertSoundAsync();
    }

    [Fact]
    public async Task ChangeAsync_EditWithdrawRestore_ShowInTheReasonsAtOnce()
    {
        await ChangeAsync(Add(Leaving));

        await ChangeAsync(Edit(Leaving.Id, Leaving with { Reasons = ["values", "hate"] }));
        Assert.Equal(["hate", "values"], (await Store.CountReasonsAsync(new DepartureQuery(), default)).Select(count => count.Reason));
        await AssertSoundAsync();

        await ChangeAsync(Withdraw(Leaving));
        Assert.Empty(await Store.CountReasonsAsync(new DepartureQuery(), default));
        await AssertSoundAsync();

        await ChangeAsync(Edit(Leaving.Id, Leaving));
        Assert.Equal("hate", Assert.Single(await Store.CountReasonsAsync(new DepartureQuery(), default)).Reason);
        await AssertSoundAsync();
        Assert.Equal(["restored", "withdrawn", "changed", "added"], (await HistoryAsync(Leaving.Id)).Select(entry => entry.Action));
    }

    [Fact]
    public async Task ChangeAsync_AnotherPlace_MovesTheId()
    {
        await ChangeAsync(Add(Leaving));
        var moved = Statement(Article, "la haine règne", "o");
        var before = await Store.LastRevisionAsync(default);

        await ChangeAsync(Edit(Leaving.Id, moved));

        Assert.Equal(new[] { Leaving.Id, moved.Id }.Order(StringComparer.Ordinal), (await Store.ChangesSinceAsync(before, 10, default)).StatementIds);
        Assert.Null(await Store.FindStatementAsync(Leaving.Id, default));
        AssertSame(moved, await FindAsync(moved.Id));
        Assert.Equal(["changed", "added"], (await HistoryAsync(moved.Id)).Select(entry => entry.Action));
        Assert.Equal(["changed", "added"], (await HistoryAsync(Leaving.Id)).Select(entry => entry.Action));
        await AssertSoundAsync();
    }

    [Fact]
    public async Task ChangeAsync_ADeparture_IsListedWithItsHistory()
    {
        var announced = Report("m-d1", "o", announced: "2025-01-20");
        await ChangeAsync(new Change { Command = "departure set", Organisations = [Organisation("o")], Reports = [new ReportChange(announced)] });
        Assert.Equal("2025-01-20", (await DepartureAsync()).Date.ToString());

        await ChangeAsync(new Change { Command = "departure set", Reports = [new ReportChange(announced with { Effective = Date("2025-02-01") })] });
        Assert.Equal("2025-02-01", (await DepartureAsync()).Date.ToString());

        await ChangeAsync(new Change { Command = "departure set", Reports = [new ReportChange(Report("m-d2", "o", DepartureAction.Returns, effective: "2025-06-01"))] });
        Assert.Equal(DepartureAction.Returns, (await DepartureAsync()).Action);
        await AssertSoundAsync();

        await ChangeAsync(new Change { Command = "departure withdraw", Reports = [new ReportChange(Report("m-d2", "o", DepartureAction.Returns, effective: "2025-06-01"), Withdrawn: true)] });
        Assert.Equal(DepartureAction.Leaves, (await DepartureAsync()).Action);
        Assert.True((await Moderation.FindReportAsync("m-d2", default))!.Withdrawn);
        Assert.Equal("2025-02-01", (await Moderation.FindReportAsync("m-d1", default))!.Report.Effective.ToString());
        Assert.Null(await Moderation.FindReportAsync("m-d3", default));
        await AssertSoundAsync();
    }

    [Fact]
    public async Task ChangeAsync_ANewTextOfASource_KeepsTheOldForItsStatements()
    {
        await ChangeAsync(Add(Leaving));
        var longer = Article with { Text = "Avant-propos. " + Article.Text };
        var added = Statement(longer, "la haine règne", "o");

        await ChangeAsync(new Change { Command = "source edit", Sources = [longer], Statements = [new StatementChange(null, added)] });

        Assert.Equal(longer.Text, (await Store.FindSourceAsync(Article.Id, default))!.Text);
        AssertSame(Leaving, await FindAsync(Leaving.Id));
        AssertSame(added, await FindAsync(added.Id));
        await AssertSoundAsync();
    }

    [Fact]
    public async Task ChangeAsync_WhatIsSoAlready_MakesNoRevisionButItsOwn()
    {
        await ChangeAsync(Add(Leaving));
        var before = await RevisionCountAsync();

        await ChangeAsync(Edit(Leaving.Id, Leaving) with { Organisations = [Organisation("o")], Sources = [Article] });

        Assert.Equal(before + 1, await RevisionCountAsync());
    }

    [Fact]
    public async Task ChangeAsync_SomeoneChangedItSince_IsAConflict()
    {
        await ChangeAsync(Add(Leaving));
        var seen = await Moderation.VersionAsync(Leaving.Id, default);
        var first = Edit(Leaving.Id, Leaving with { Reasons = ["values"] }) with { Seen = Seen(Leaving.Id, seen) };
        await ChangeAsync(first, Bob);

        var error = await RefusedAsync(Edit(Leaving.Id, Leaving with { Reasons = ["privacy"] }) with { Seen = Seen(Leaving.Id, seen) });

        Assert.Equal(("conflict", Leaving.Id), (error.Code, error.Location));
        Assert.Equal(["values"], (await FindAsync(Leaving.Id)).Reasons.AsEnumerable());
    }

    [Fact]
    public async Task ChangeAsync_SomeoneMovedItSince_IsAConflict()
    {
        await ChangeAsync(Add(Leaving));
        var seen = await Moderation.VersionAsync(Leaving.Id, default);
        await ChangeAsync(Edit(Leaving.Id, Statement(Article, "la haine règne", "o")), Bob);

        var error = await RefusedAsync(Withdraw(Leaving) with { Seen = Seen(Leaving.Id, seen) });

        Assert.Equal(("conflict", Leaving.Id), (error.Code, error.Location));
    }

    [Fact]
    public async Task ChangeAsync_ANewStatementWhereOneIs_IsAConflictUnlessItWasSeen()
    {
        await ChangeAsync(Add(Leaving));

        Assert.Equal("conflict", (await RefusedAsync(Add(Leaving with { Reasons = ["values"] }), Bob)).Code);

        var version = await Moderation.VersionAsync(Leaving.Id, default);
        await ChangeAsync(Add(Leaving with { Reasons = ["values"] }) with { Seen = Seen(Leaving.Id, version) }, Bob);
        Assert.Equal(["values"], (await FindAsync(Leaving.Id)).Reasons.AsEnumerable());
    }

    [Fact]
    public async Task ChangeAsync_MovedOntoAnother_IsAConflict()
    {
        var other = Statement(Article, "la haine règne", "o");
        await ChangeAsync(Add(Leaving, other));

        var error = await RefusedAsync(Edit(Leaving.Id, other));

        Assert.Equal(("conflict", other.Id), (error.Code, error.Location));
    }

    [Fact]
    public async Task ChangeAsync_WhatIsNotThere_IsNotFound()
    {
        await ChangeAsync(Add(Leaving));

        var statement = await RefusedAsync(Edit("s000000000000", Leaving));
        var merge = await RefusedAsync(new Change { Command = "organisation merge", Merges = [new OrganisationMerge("nobody", "o")] });
        var report = await RefusedAsync(new Change { Command = "departure withdraw", Reports = [new ReportChange(Report("d9", "o"), true)] });
        var review = await RefusedAsync(Decide(77, true));

        Assert.Equal([("not-found", "s000000000000"), ("not-found", "nobody"), ("not-found", "d9"), ("not-found", "77")],
            new[] { statement, merge, report, review }.Select(error => (error.Code, error.Location!)));
    }

    [Fact]
    public async Task ChangeAsync_ThatContradictsItself_LeavesNothing()
    {
        await ChangeAsync(Add(Leaving));
        var revisions = await RevisionCountAsync();
        var elsewhere = Statement(Article, "la haine règne", "o");
        Change[] wrong =
        [
            Add(elsewhere with { Quote = elsewhere.Quote with { Text = "la haine recule" } }),
            Add(elsewhere with { Quote = elsewhere.Quote with { Prefix = "autre chose" } }),
            Add(elsewhere with { Id = "s000000000000" }),
            Add(Statement(Article, "la haine règne", "nobody")),
            new() { Command = "departure set", Organisations = [Organisation("new")], Reports = [new ReportChange(Report("d", "nobody"))] },
            new() { Command = "source add", Sources = [Source("m-x", "half \uD800 a pair")] },
        ];

        foreach (var change in wrong)
            await Assert.ThrowsAsync<ArgumentException>(() => Moderation.ChangeAsync(change, Alice, default));

        Assert.Equal(revisions, await RevisionCountAsync());
        Assert.Null(await Moderation.FindOrganisationAsync("new", default));
        await AssertSoundAsync();
    }

    [Fact]
    public async Task ChangeAsync_TwoAtOnce_OneIsToldOfTheOther()
    {
        await ChangeAsync(Add(Leaving));
        var seen = Seen(Leaving.Id, await Moderation.VersionAsync(Leaving.Id, default));
        await using var other = await Harness.OpenAsync(Time);
        var stores = new[] { Moderation, (IModerationStore)other };

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(index => Task.Run(() => stores[index % 2].ChangeAsync(
            Edit(Leaving.Id, Leaving with { Reasons = [$"r{index}"] }) with { Seen = seen }, $"discord:{index}", default))));

        Assert.Single(results, result => result.IsSuccess);
        Assert.All(results.Where(result => !result.IsSuccess), result => Assert.Equal(("conflict", Leaving.Id), (result.Error!.Code, result.Error.Location)));
        await AssertSoundAsync();
    }

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public async Task ChangeAsync_HostileValues_AreStoredAsTheyAre(string hostile)
    {
        var source = Source("m-hostile", $"« {hostile} » et la suite") with { Outlet = hostile, Title = hostile, Author = hostile, RightsNote = hostile };
        var statement = Statement(source, hostile, "o") with
        {
            Attribution = new Attribution(hostile, hostile, "o", hostile, AttributionBasis.Stated),
            Reasons = [hostile, "a,b"],
        };
        var organisation = Organisation("o", name: hostile) with { Aliases = [hostile, "autre"] };
        var report = Report("m-d", "o", announced: "2025-01-20") with { Note = hostile, Accounts = [hostile], PlatformsJoined = [hostile] };
        var receipt = await ChangeAsync(new Change
        {
            Command = "statement add",
            Note = hostile,
            Organisations = [organisation],
            Sources = [source],
            Statements = [new StatementChange(null, statement)],
            Reports = [new ReportChange(report)],
            Review = new NewReview(ReviewKind.Suggestion, hostile, hostile, statement.Id, "o", hostile),
        });

        Assert.Equal(source, await Store.FindSourceAsync(source.Id, default));
        AssertSame(statement, await FindAsync(statement.Id));
        var stored = await Moderation.FindOrganisationAsync("o", default);
        Assert.Equal((hostile, 2, hostile), (stored!.Name, stored.Aliases.Length, stored.Aliases[0]));
        var kept = Assert.Single(await Store.ReportsAsync("o", default));
        Assert.Equal((hostile, hostile, hostile), (kept.Note, kept.Accounts[0], kept.PlatformsJoined[0]));
        var review = (await Moderation.FindReviewAsync(receipt.Review!.Value, default))!;
        Assert.Equal(new NewReview(ReviewKind.Suggestion, hostile, hostile, statement.Id, "o", hostile), review.Content);
        var entry = Assert.Single(await HistoryAsync(statement.Id));
        Assert.Equal(hostile, entry.Note);
        Assert.Equal(hostile, entry.Fields.Single(field => field.Field == "quote").After);
        await AssertSoundAsync();
        await UndoAsync();
        await AssertSoundAsync();
    }

    private static ImmutableDictionary<string, long> Seen(string id, long version) => ImmutableDictionary<string, long>.Empty.Add(id, version);

    private async Task<Departure> DepartureAsync() => Assert.Single((await Store.DeparturesAsync(new DepartureQuery(), default)).Items).Departure;
}
