using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Storage;
using Xunit;
using static QuitteXBot.Testing.Storage.Builders;

namespace QuitteXBot.Testing.Storage;

/// <summary>What moderators did stays when the seeds are read again: merged organisations, added sources, statements and reports, aliases.</summary>
public abstract class ModerationMergeContract(IStoreHarness harness) : ModerationContract(harness)
{
    private static readonly Source Seed = Source("seed", "Ils ont dit « un », puis « deux ».");

    private static IngestBatch Seeded { get; } = Batch((Seed, [Statement(Seed, "un", "from"), Statement(Seed, "deux", "into")])) with
    {
        Reports = [Report("d1", "from", announced: "2025-01-20"), Report("d2", "into", announced: "2025-02-20")],
        Persons = [new Person("person-x", "X", "maire", "from")],
    };

    private static Change Merge { get; } = new() { Command = "organisation merge", Merges = [new OrganisationMerge("from", "into")] };

    [Fact]
    public async Task ChangeAsync_AMerge_MovesAllThatIsRecorded()
    {
        await ApplyAsync(Seeded);

        await ChangeAsync(Merge);

        Assert.Equal(["into"], (await ListAsync(Store.OrganisationsAsync(default))).Select(organisation => organisation.Id));
        Assert.Equal(["Nom de from"], (await Moderation.FindOrganisationAsync("from", default))!.Aliases.AsEnumerable());
        Assert.Equal(2, (await IdsAsync(new StatementQuery { OrganisationId = "into" })).Count);
        Assert.Equal(2, (await IdsAsync(new StatementQuery { OrganisationId = "from" })).Count);
        Assert.Equal(["d1", "d2"], (await Store.ReportsAsync("from", default)).Select(report => report.Id));
        Assert.Equal("Nom de into", (await FindAsync(Statement(Seed, "un").Id)).Attribution.OrganisationName);
        Assert.Equal("into", Assert.Single((await Store.DeparturesAsync(new DepartureQuery(), default)).Items).Organisation!.Id);
        Assert.Equal((1, 2), ((await Store.CountReasonsAsync(new DepartureQuery(), default))[0].Organisations, (await Store.CountReasonsAsync(new DepartureQuery(), default))[0].Statements));
        Assert.Empty(await Store.FindOrganisationsAsync(["from"], default));
        await AssertSoundAsync();
    }

    [Fact]
    public async Task ApplyAsync_AfterAMerge_GoesWhereItWasMerged()
    {
        await ApplyAsync(Seeded);
        await ChangeAsync(Merge);

        var same = await ApplyAsync(Seeded);
        Assert.Equal((0, 0, 0), (same.Added, same.Changed, same.Withdrawn));

        var longer = Seed with { Text = Seed.Text + " Et « trois »." };
        var more = await ApplyAsync(Batch(
            (longer, [Statement(longer, "un", "from") with { Reasons = ["values"] }, Statement(longer, "deux", "into"), Statement(longer, "trois", "from")])) with
        {
            Reports = [.. Seeded.Reports, Report("d3", "from", announced: "2025-03-20")],
            Persons = Seeded.Persons,
        });

        Assert.Equal((2, 3, 0), (more.Added, more.Changed, more.Withdrawn));
        Assert.Equal(3, (await IdsAsync(new StatementQuery { OrganisationId = "into" })).Count);
        Assert.Equal(["values"], (await FindAsync(Statement(Seed, "un").Id)).Reasons.AsEnumerable());
        Assert.Equal(3, (await Store.ReportsAsync("into", default)).Count);
        await AssertSoundAsync();
    }

    [Fact]
    public async Task UndoAsync_AMerge_PartsThemAgain()
    {
        await ApplyAsync(Seeded);
        await ChangeAsync(Merge);

        await UndoAsync();

        Assert.Equal(["from", "into"], (await ListAsync(Store.OrganisationsAsync(default))).Select(organisation => organisation.Id));
        Assert.Empty((await Moderation.FindOrganisationAsync("into", default))!.Aliases);
        Assert.Single(await IdsAsync(new StatementQuery { OrganisationId = "from" }));
        Assert.Equal(["d1"], (await Store.ReportsAsync("from", default)).Select(report => report.Id));
        var again = await ApplyAsync(Seeded);
        Assert.Equal((0, 0, 0), (again.Added, again.Changed, again.Withdrawn));
        await AssertSoundAsync();

        await UndoAsync();
        Assert.Equal(2, (await Store.ReportsAsync("into", default)).Count);
        await AssertSoundAsync();
    }

    [Fact]
    public async Task ChangeAsync_OneMergeBehindAnother_LeadsToTheLast()
    {
        await ApplyAsync(Seeded);
        await ChangeAsync(Merge);
        await ChangeAsync(new Change
        {
            Command = "organisation merge", Organisations = [Organisation("last")], Merges = [new OrganisationMerge("into", "last")],
        });

        Assert.Equal("last", (await Moderation.FindOrganisationAsync("from", default))!.Id);
        Assert.Equal(2, (await IdsAsync(new StatementQuery { OrganisationId = "from" })).Count);
        Assert.Equal((0, 0, 0), await AppliedAsync());
        await AssertSoundAsync();

        await UndoAsync();
        Assert.Equal("into", (await Moderation.FindOrganisationAsync("from", default))!.Id);
        Assert.Equal((0, 0, 0), await AppliedAsync());
        await AssertSoundAsync();
    }

    [Fact]
    public async Task ChangeAsync_AStatementOfOneThatWasMerged_GoesToTheOther()
    {
        await ApplyAsync(Seeded);
        await ChangeAsync(Merge);

        await ChangeAsync(new Change
        {
            Command = "statement add", Sources = [Article], Statements = [new StatementChange(null, Statement(Article, "nous partons", "from"))],
        });

        Assert.Equal("into", (await FindAsync(Leaving.Id)).Attribution.OrganisationId);
        await AssertSoundAsync();
    }

    [Fact]
    public async Task ChangeAsync_MergedAlready_IsAConflict()
    {
        await ApplyAsync(Seeded);
        await ChangeAsync(Merge);

        Error[] errors = [await RefusedAsync(Merge, Bob), await RefusedAsync(new Change { Command = "m", Merges = [new OrganisationMerge("into", "from")] }, Bob)];

        Assert.All(errors, error => Assert.Equal(("conflict", "from"), (error.Code, error.Location)));
        await Assert.ThrowsAsync<ArgumentException>(
            () => Moderation.ChangeAsync(new Change { Command = "m", Merges = [new OrganisationMerge("into", "into")] }, Bob, default));
    }

    [Fact]
    public async Task ApplyAsync_AfterModerators_LeavesTheirsAlone()
    {
        await ApplyAsync(Seeded);
        var edited = Statement(Seed, "un", "from") with { Reasons = ["privacy"] };
        await ChangeAsync(Add(Leaving) with
        {
            Organisations = [Organisation("o"), Organisation("into") with { Aliases = ["alias"] }],
            Reports = [new ReportChange(Report("m-d", "o", announced: "2025-01-20")), new ReportChange(Seeded.Reports[1], Withdrawn: true)],
            Statements = [new StatementChange(null, Leaving), new StatementChange(edited.Id, edited)],
        });

        await ApplyAsync(Seeded with { Statements = [.. Seeded.Statements.Select(statement => statement with { Reasons = ["values"] })] });

        AssertSame(Leaving, await FindAsync(Leaving.Id));
        AssertSame(edited, await FindAsync(edited.Id));
        Assert.Equal(["values"], (await FindAsync(Statement(Seed, "deux").Id)).Reasons.AsEnumerable());
        Assert.Equal(Article, await Store.FindSourceAsync(Article.Id, default));
        Assert.Single(await Store.ReportsAsync("o", default));
        Assert.Empty(await Store.ReportsAsync("into", default));
        Assert.Equal(["alias"], (await Moderation.FindOrganisationAsync("into", default))!.Aliases.AsEnumerable());
        Assert.Equal((0, 0, 0), await AppliedAsync(Seeded with { Statements = [.. Seeded.Statements.Select(statement => statement with { Reasons = ["values"] })] }));
        await AssertSoundAsync();
    }

    [Fact]
    public async Task UndoAsync_AnEditOfTheSeeds_GivesItBackToThem()
    {
        await ApplyAsync(Seeded);
        var seeds = Statement(Seed, "un", "from");
        await ChangeAsync(Edit(seeds.Id, seeds with { Reasons = ["privacy"] }));
        await UndoAsync();

        await ApplyAsync(Seeded with { Statements = [.. Seeded.Statements.Select(statement => statement with { Reasons = ["values"] })] });

        Assert.Equal(["values"], (await FindAsync(seeds.Id)).Reasons.AsEnumerable());
    }

    private async Task<(int Added, int Changed, int Withdrawn)> AppliedAsync(IngestBatch? batch = null)
    {
        var report = await ApplyAsync(batch ?? Seeded);
        return (report.Added, report.Changed, report.Withdrawn);
    }
}
