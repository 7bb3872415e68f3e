using QuitteXBot.Core.Storage;
using Xunit;
using static QuitteXBot.Testing.Storage.Builders;

namespace QuitteXBot.Testing.Storage;

/// <summary>What changed since a revision: what whoever holds a copy must read anew.</summary>
public abstract class StoreChangesContract(IStoreHarness harness) : StoreContract(harness)
{
    private const int Plenty = 100;

    [Fact]
    public async Task LastRevisionAsync_AnEmptyStore_IsZero()
    {
        Assert.Equal(0, await Store.LastRevisionAsync(default));
        Assert.True((await Store.ChangesSinceAsync(0, Plenty, default)).IsEmpty);
    }

    [Fact]
    public async Task ChangesSinceAsync_WhatWasAdded_IsToldByKind()
    {
        var source = Source("a", "Nous partons. Trop de haine.");
        await ApplyAsync(Batch((source, [Statement(source, "Nous partons.", "o1"), Statement(source, "Trop de haine.", "o1")])));

        var changes = await Store.ChangesSinceAsync(0, Plenty, default);

        Assert.Equal((await IdsAsync(new StatementQuery())).Order(), changes.StatementIds.Order());
        Assert.Equal(["o1"], changes.OrganisationIds.AsEnumerable());
        Assert.Equal(["a"], changes.SourceIds.AsEnumerable());
        Assert.Equal(await Store.LastRevisionAsync(default), changes.Revision);
        Assert.False(changes.IsCut);
    }

    [Fact]
    public async Task ChangesSinceAsync_WhatChangedLater_IsToldAlone()
    {
        var (one, two) = (Source("a", "Nous partons."), Source("b", "Trop de haine."));
        var first = Batch((one, [Statement(one, "Nous partons.", "o1")]), (two, [Statement(two, "Trop de haine.", "o2")]));
        await ApplyAsync(first);
        var before = await Store.LastRevisionAsync(default);

        await ApplyAsync(first with { Organisations = [first.Organisations[0], first.Organisations[1] with { Aliases = ["Un autre nom"] }] });
        var renamed = await Store.ChangesSinceAsync(before, Plenty, default);
        await ApplyAsync(Batch((one, [])));
        var withdrawn = await Store.ChangesSinceAsync(renamed.Revision, Plenty, default);

        Assert.Equal(["o2"], renamed.OrganisationIds.AsEnumerable());
        Assert.Empty(renamed.StatementIds);
        Assert.Equal(2, withdrawn.StatementIds.Length);
        Assert.Equal(["b"], withdrawn.SourceIds.AsEnumerable());
        Assert.True((await Store.ChangesSinceAsync(withdrawn.Revision, Plenty, default)).IsEmpty);
    }

    [Fact]
    public async Task ChangesSinceAsync_ReportsOnly_IsEmpty()
    {
        var source = Source("a", "Nous partons.");
        var batch = Batch((source, [Statement(source, "Nous partons.", "o1")]));
        await ApplyAsync(batch);
        var before = await Store.LastRevisionAsync(default);

        await ApplyAsync(batch with { Reports = [Report("r1", "o1")] });

        Assert.True(await Store.LastRevisionAsync(default) > before);
        Assert.True((await Store.ChangesSinceAsync(before, Plenty, default)).IsEmpty);
    }

    [Fact]
    public async Task ChangesSinceAsync_MoreThanAskedFor_TellsTheLatest()
    {
        var sources = Enumerable.Range(0, 5).Select(number => Source($"s{number}", "Nous partons.")).ToArray();
        foreach (var count in Enumerable.Range(1, sources.Length))
            await ApplyAsync(Batch([.. sources.Take(count).Select(source => (source, Array.Empty<Core.Statements.Statement>()))]));

        var changes = await Store.ChangesSinceAsync(0, 2, default);

        Assert.True(changes.IsCut);
        Assert.Equal(["s3", "s4"], changes.SourceIds.AsEnumerable());
        Assert.False((await Store.ChangesSinceAsync(0, 5, default)).IsCut);
    }

    [Fact]
    public async Task FindOrganisationsAsync_KnownAndUnknownOnes_GivesTheKnownInOrder()
    {
        await ApplyAsync(new IngestBatch { Organisations = [Organisation("o2"), Organisation("o1"), Organisation("o3")] });

        var found = await Store.FindOrganisationsAsync(["o3", "nobody", "o1"], default);

        Assert.Equal(["o1", "o3"], found.Select(organisation => organisation.Id));
    }
}
