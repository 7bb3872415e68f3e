using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;
using Xunit;
using static QuitteXBot.Testing.Storage.Builders;

namespace QuitteXBot.Testing.Storage;

/// <summary>Batches: whole or not at all, once however often they are applied, and never over a moderator's head.</summary>
public abstract class StoreIngestContract(IStoreHarness harness) : StoreContract(harness)
{
    private static readonly Source Article = Source("a", "Ils ont dit « un », puis « deux », enfin « trois ».");

    [Fact]
    public async Task ApplyAsync_TheSameTwice_ChangesNothing()
    {
        var batch = Full();

        var first = await ApplyAsync(batch);
        var revisions = await RevisionCountAsync();
        var second = await ApplyAsync(batch);

        Assert.Equal((7, 0, 0, 0), (first.Added, first.Changed, first.Unchanged, first.Withdrawn));
        Assert.Equal((0, 0, 7, 0), (second.Added, second.Changed, second.Unchanged, second.Withdrawn));
        Assert.Empty(second.Lost);
        Assert.Equal((7, 7), (revisions, await RevisionCountAsync()));
    }

    [Fact]
    public async Task ApplyAsync_TheSameInAnotherOrder_ChangesNothing()
    {
        var batch = Full();
        await ApplyAsync(batch);

        var report = await ApplyAsync(batch with
        {
            Statements = [.. batch.Statements.Reverse()],
            Organisations = [.. batch.Organisations.Reverse()],
        });

        Assert.Equal((0, 0, 0), (report.Added, report.Changed, report.Withdrawn));
    }

    [Fact]
    public async Task ApplyAsync_AnEmptyBatchOnAnEmptyStore_DoesNothing()
    {
        var report = await ApplyAsync(new IngestBatch());

        Assert.Equal((0, 0, 0, 0), (report.Added, report.Changed, report.Unchanged, report.Withdrawn));
    }

    [Fact]
    public async Task ApplyAsync_ChangedFields_AreChangedAndLogged()
    {
        var batch = Full();
        await ApplyAsync(batch);
        Time.Advance(TimeSpan.FromHours(1));

        var report = await ApplyAsync(batch with
        {
            Organisations = [batch.Organisations[0] with { Name = "Nouveau nom" }, .. batch.Organisations[1..]],
            Persons = [batch.Persons[0] with { Role = "maire" }],
            Sources = [Article with { Title = "Nouveau titre" }],
            Statements = [batch.Statements[0] with { Reasons = ["values", "hate"] }, .. batch.Statements[1..]],
            Reports = [batch.Reports[0] with { Note = "corrigé" }],
        });

        Assert.Equal((0, 5, 2, 0), (report.Added, report.Changed, report.Unchanged, report.Withdrawn));
        Assert.Equal("Nouveau titre", (await Store.FindStatementAsync(batch.Statements[0].Id, default))!.Citation.Title);
        Assert.Equal(["values", "hate"], (await FindAsync(batch.Statements[0].Id)).Reasons.AsEnumerable());
        var history = await Store.RevisionsAsync(batch.Statements[0].Id, 0, 10, default);
        Assert.Equal(["changed", "added"], history.Items.Select(revision => revision.Action));
        Assert.Equal([Time.GetUtcNow(), Time.GetUtcNow() - TimeSpan.FromHours(1)], history.Items.Select(revision => revision.At));
    }

    [Fact]
    public async Task RevisionsAsync_AfterAChange_TellsWhoWhatBeforeAndAfter()
    {
        var statement = Statement(Article, "un") with { Reasons = ["hate"] };
        await ApplyAsync(Batch((Article, [statement])));
        await ApplyAsync(Batch((Article, [statement with { Status = StatementStatus.Withdrawn }])));
        await ApplyAsync(Batch((Article, [statement])));

        var history = await Store.RevisionsAsync(statement.Id, 0, 10, default);

        Assert.Equal((3, 0), (history.Total, history.Offset));
        Assert.Equal(["restored", "withdrawn", "added"], history.Items.Select(revision => revision.Action));
        Assert.All(history.Items, revision => Assert.Equal(("statement", Seeds), (revision.Entity, revision.Actor)));
        Assert.Null(history.Items[2].Before);
        Assert.Contains("\"quote\":\"un\"", history.Items[2].After, StringComparison.Ordinal);
        Assert.Equal(history.Items[2].After, history.Items[1].Before);
        Assert.Contains("\"status\":\"withdrawn\"", history.Items[1].After, StringComparison.Ordinal);
        Assert.Equal(history.Items.Select(revision => revision.Number).OrderDescending(), history.Items.Select(revision => revision.Number));
        Assert.Equal(history.Items[1], Assert.Single((await Store.RevisionsAsync(statement.Id, 1, 1, default)).Items));
    }

    [Fact]
    public async Task Revisions_OnceWritten_CannotBeAltered()
    {
        await ApplyAsync(Full());

        Assert.False(await Harness.CanAlterRevisionsAsync());
    }

    [Fact]
    public async Task ApplyAsync_AStatementNoLongerFound_IsWithdrawnAndComesBack()
    {
        var (kept, gone) = (Statement(Article, "un"), Statement(Article, "deux"));
        await ApplyAsync(Batch((Article, [kept, gone])));

        var without = await ApplyAsync(Batch((Article, [kept])));

        Assert.Equal((0, 0, 2, 1), (without.Added, without.Changed, without.Unchanged, without.Withdrawn));
        Assert.Empty(without.Lost);
        Assert.Equal(["un"], await PublishedWordsAsync());
        Assert.Equal(StatementStatus.Withdrawn, (await FindAsync(gone.Id)).Status);
        Assert.Equal(1, (await ApplyAsync(Batch((Article, [kept, gone])))).Changed);
        Assert.Equal(["un", "deux"], await PublishedWordsAsync());
    }

    [Fact]
    public async Task ApplyAsync_ASourceThatVanished_TakesItsStatementsAlong()
    {
        var statement = Statement(Article, "un", "o");
        await ApplyAsync(Batch((Article, [statement])));

        var report = await ApplyAsync(new IngestBatch());

        Assert.Equal(2, report.Withdrawn);
        Assert.Empty(report.Lost);
        Assert.Null(await Store.FindSourceAsync("a", default));
        Assert.Empty(await Store.ListSourcesAsync(default));
        Assert.Empty(await ListAsync(Store.OrganisationsAsync(default)));
        Assert.Empty(await Store.CountReasonsAsync(new DepartureQuery(), default));
        Assert.Equal(StatementStatus.Withdrawn, (await FindAsync(statement.Id)).Status);
        Assert.Empty(await DefectsAsync());
        Assert.Equal((0, 2), await AddedAndChangedAsync(Batch((Article, [statement]))));
        Assert.Equal(Article, await Store.FindSourceAsync("a", default));
    }

    [Fact]
    public async Task ApplyAsync_ASourceThatCannotBeRead_KeepsWhatTheStoreHas()
    {
        var fromArticle = Report("d1", "o") with { Citation = new Citation("a", null, null, null, null, 0, 3) };
        var batch = Batch((Article, [Statement(Article, "un", "o")])) with { Reports = [fromArticle, Report("d2", "o")] };
        await ApplyAsync(batch);

        var report = await ApplyAsync(new IngestBatch { UnreadableSourceIds = ["a"] });

        Assert.Equal(1, report.Withdrawn);
        Assert.Equal(["un"], await PublishedWordsAsync());
        Assert.Equal("d1", Assert.Single(await Store.ReportsAsync("o", default)).Id);
    }

    [Fact]
    public async Task ApplyAsync_MissingReports_AreWithdrawnUnlessSomeCouldNotBeRead()
    {
        var both = new IngestBatch { Organisations = [Organisation("o")], Reports = [Report("d1", "o"), Report("d2", "o")] };
        var one = both with { Reports = [both.Reports[0]] };
        await ApplyAsync(both);

        Assert.Equal(0, (await ApplyAsync(one with { ReportsIncomplete = true })).Withdrawn);
        Assert.Equal(2, (await Store.ReportsAsync("o", default)).Count);
        Assert.Equal(1, (await ApplyAsync(one)).Withdrawn);
        Assert.Equal("d1", Assert.Single(await Store.ReportsAsync("o", default)).Id);
        Assert.Equal(1, (await ApplyAsync(both)).Changed);
        Assert.Equal(2, (await Store.ReportsAsync("o", default)).Count);
        Assert.Equal(2, (await ApplyAsync(new IngestBatch())).Withdrawn);
        Assert.Equal(0, (await Store.DeparturesAsync(new DepartureQuery(), default)).Total);
    }

    [Fact]
    public async Task ApplyAsync_AStatementThatAModeratorEdited_StaysAsItIs()
    {
        var statement = Statement(Article, "un", "o");
        var batch = Batch((Article, [statement, Statement(Article, "deux")]));
        await ApplyAsync(batch);
        await Harness.EditAsync(statement.Id, "Autre Voix", StatementStatus.Published);

        await ApplyAsync(batch with { Statements = [statement with { Reasons = ["values"] }, batch.Statements[1]] });
        Assert.Equal(("Autre Voix", "hate"), await SpeakerAndReasonAsync(statement.Id));

        await ApplyAsync(batch with { Statements = [batch.Statements[1]] });
        Assert.Equal(StatementStatus.Published, (await FindAsync(statement.Id)).Status);

        // Its source stays with it, so that its words can still be looked up.
        await ApplyAsync(new IngestBatch());
        Assert.Equal(["un"], await PublishedWordsAsync());
        Assert.Equal(Article, await Store.FindSourceAsync("a", default));
        Assert.Equal(0, (await ApplyAsync(new IngestBatch())).Withdrawn);
    }

    [Fact]
    public async Task ApplyAsync_AStatementThatAModeratorWithdrew_DoesNotComeBack()
    {
        var batch = Batch((Article, [Statement(Article, "un"), Statement(Article, "deux")]));
        await ApplyAsync(batch);
        await Harness.EditAsync(batch.Statements[0].Id, "Une Voix", StatementStatus.Withdrawn);

        await ApplyAsync(batch);

        Assert.Equal(["deux"], await PublishedWordsAsync());
    }

    [Fact]
    public async Task ApplyAsync_AStatusInTheBatch_IsKept()
    {
        var draft = Statement(Article, "un") with { Status = StatementStatus.Draft };
        await ApplyAsync(Batch((Article, [draft])));
        Assert.Equal(StatementStatus.Draft, (await FindAsync(draft.Id)).Status);

        await ApplyAsync(Batch((Article, [draft with { Status = StatementStatus.Published }])));

        Assert.Equal(StatementStatus.Published, (await FindAsync(draft.Id)).Status);
    }

    [Fact]
    public async Task ApplyAsync_TheSameIdTwice_TakesTheFirst()
    {
        var statement = Statement(Article, "un");
        var batch = Batch((Article, [statement, statement with { Topic = StatementTopic.Other }])) with
        {
            Organisations = [Organisation("o"), Organisation("o", OrganisationKind.Media)],
            Reports = [Report("d", "o"), Report("d", "o", DepartureAction.Deletes)],
        };

        await ApplyAsync(batch);

        Assert.Equal(StatementTopic.Why, (await FindAsync(statement.Id)).Topic);
        Assert.Equal(DepartureAction.Leaves, Assert.Single(await Store.ReportsAsync("o", default)).Action);
        Assert.Equal((0, 0), await AddedAndChangedAsync(batch));
    }

    [Fact]
    public async Task ApplyAsync_ABatchThatContradictsItself_IsRefusedWhole()
    {
        var statement = Statement(Article, "un");
        var shifted = statement with { Quote = statement.Quote with { Text = "nu" } };
        IngestBatch[] contradictory =
        [
            Batch((Article, [shifted])),
            Batch((Article, [statement with { Id = "s000000000000" }])),
            Batch((Article, [])) with { Statements = [Statement(Source("b", "un"), "un")] },
            Batch((Article, [statement]), (Article, [])),
            Batch((Article, [Statement(Article, "deux", "o")])) with { Organisations = [] },
            new IngestBatch { Reports = [Report("d", "o")] },
            new IngestBatch { Organisations = [Organisation("o")], Reports = [Report("d", "o") with { Citation = new Citation("?", null, null, null, null) }] },
            new IngestBatch { Reports = [Report("d", null)] },
            Batch((Source("b", "à moitié \uD83D"), [])),
        ];

        foreach (var batch in contradictory)
            await Assert.ThrowsAsync<ArgumentException>(() => ApplyAsync(batch));

        Assert.Equal(new StoreSummary(0, 0, 0, 0, 0, 0), await Store.SummariseAsync(default));
    }

    [Fact]
    public async Task ApplyAsync_WhileOthersRead_TheySeeAllOrNothing()
    {
        var sources = Enumerable.Range(0, 40).Select(index => Source($"s{index}", "Ils disent « un » et « deux ».")).ToArray();
        var batch = Batch([.. sources.Select(source => (source, new[] { Statement(source, "un", "o"), Statement(source, "deux", "o") }))]);
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var seen = new HashSet<int>();
            do
            {
                var page = await Store.StatementsAsync(new StatementQuery { OrganisationId = "o", Limit = 5 }, default);
                Assert.Equal(Math.Min(5, page.Total), page.Items.Length);
                seen.Add(page.Total);
                seen.Add((await ListAsync(Store.AllStatementsAsync(default))).Count);
            }
            while (!done.IsCancellationRequested);
            return seen;
        })).ToList();

        await ApplyAsync(batch);
        await ApplyAsync(batch with { Statements = [.. batch.Statements.Select(statement => statement with { Topic = StatementTopic.Next })] });
        await done.CancelAsync();

        foreach (var seen in await Task.WhenAll(readers))
            Assert.Subset(new HashSet<int> { 0, 80 }, seen);
    }

    [Fact]
    public async Task ApplyAsync_TwoAtOnce_TakeTurns()
    {
        var batches = Enumerable.Range(0, 4).Select(index => Batch((Source("a", $"Version {index} : « un »."), []))).ToList();

        await Task.WhenAll(batches.Select(ApplyAsync));

        Assert.Equal(4, await RevisionCountAsync());
        Assert.Empty(await DefectsAsync());
    }

    [Fact]
    public async Task ApplyAsync_CancelledHalfWay_LeavesTheOldState()
    {
        var batch = Full();
        await ApplyAsync(batch);
        var before = await Store.SummariseAsync(default);
        using var cancellation = new CancellationTokenSource();
        var many = Enumerable.Range(0, 20_000).Select(index => Organisation($"o{index}")).ToList();

        var apply = Store.ApplyAsync(batch with { Organisations = [.. batch.Organisations, .. many] }, Seeds, cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => apply);
        Assert.Equal(before, await Store.SummariseAsync(default));
        Assert.Equal(0, (await ApplyAsync(batch)).Changed);
    }

    [Fact]
    public async Task OpenAsync_AgainAfterAnApply_FindsEverything()
    {
        await ApplyAsync(Full());
        var before = await Store.SummariseAsync(default);
        await Store.DisposeAsync();

        await using var again = await Harness.OpenAsync(Time);

        Assert.Equal(before, await again.SummariseAsync(default));
        Assert.Equal(0, (await again.ApplyAsync(Full(), Seeds, default)).Added);
    }

    private static IngestBatch Full() => Batch((Article, [Statement(Article, "un", "o"), Statement(Article, "deux", "o")])) with
    {
        Organisations = [Organisation("o") with { Aliases = ["alias"] }, Organisation("p")],
        Persons = [new Person("person-une-voix", "Une Voix", "présidente", "o")],
        Reports = [Report("d1", "o", announced: "2025-01-20") with { PlatformsKept = ["bluesky"], Accounts = ["@o"] }],
    };

    private async Task<(string? Speaker, string Reason)> SpeakerAndReasonAsync(string id)
    {
        var statement = await FindAsync(id);
        return (statement.Attribution.Speaker, statement.Reasons[0]);
    }

    private async Task<(int Added, int Changed)> AddedAndChangedAsync(IngestBatch batch)
    {
        var report = await ApplyAsync(batch);
        return (report.Added, report.Changed);
    }
}
