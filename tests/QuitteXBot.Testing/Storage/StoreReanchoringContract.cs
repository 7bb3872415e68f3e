using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using Xunit;
using static QuitteXBot.Testing.Storage.Builders;

namespace QuitteXBot.Testing.Storage;

/// <summary>A source's text changes: quotes follow their words, and those that are gone are told, never dropped silently.</summary>
public abstract class StoreReanchoringContract(IStoreHarness harness) : StoreContract(harness)
{
    private static readonly Source Old = Source("a", "Ils ont dit « nous partons », puis « c’est fini ».");
    private static readonly Source Shifted = Source("a", "Mise à jour. 😀 Ils ont dit « nous partons », puis « c’est fini ».");
    private static readonly Source Shortened = Source("a", "Ils ont dit « c’est fini ».");

    [Fact]
    public async Task ApplyAsync_WordsMoved_TheStatementGoesAlong()
    {
        var before = Statement(Old, "nous partons", "o");
        var after = Statement(Shifted, "nous partons", "o");
        await ApplyAsync(Batch((Old, [before])));

        var report = await ApplyAsync(Batch((Shifted, [after])));

        Assert.Equal((0, 2, 1, 0), (report.Added, report.Changed, report.Unchanged, report.Withdrawn));
        Assert.Empty(report.Lost);
        AssertSame(after, await FindAsync(after.Id));
        Assert.Null(await Store.FindStatementAsync(before.Id, default));
        Assert.Contains(before.Id, (await Store.RevisionsAsync(after.Id, 0, 1, default)).Items[0].Before, StringComparison.Ordinal);
        Assert.Empty(await DefectsAsync());
    }

    [Fact]
    public async Task ApplyAsync_OnlyWhatFollowsChanged_TheStatementKeepsItsIdAndHistory()
    {
        var shorter = Source("a", Old.Text + " Une phrase qui les sépare de la fin.");
        var longer = Source("a", shorter.Text + " Une dernière phrase, loin derrière.");
        var before = Statement(shorter, "nous partons");
        await ApplyAsync(Batch((shorter, [before])));

        var report = await ApplyAsync(Batch((longer, [Statement(longer, "nous partons")])));

        Assert.Equal((0, 1, 1, 0), (report.Added, report.Changed, report.Unchanged, report.Withdrawn));
        Assert.Equal(["added"], (await Store.RevisionsAsync(before.Id, 0, 10, default)).Items.Select(revision => revision.Action));
        Assert.Empty(await DefectsAsync());
    }

    [Fact]
    public async Task ApplyAsync_WordsGone_AreWithdrawnAndReportedAsLost()
    {
        var (lost, kept) = (Statement(Old, "nous partons"), Statement(Old, "c’est fini"));
        await ApplyAsync(Batch((Old, [lost, kept])));

        var report = await ApplyAsync(Batch((Shortened, [Statement(Shortened, "c’est fini")])));

        Assert.Equal([lost.Id], report.Lost.AsEnumerable());
        Assert.Equal(1, report.Withdrawn);
        Assert.Equal(StatementStatus.Withdrawn, (await FindAsync(lost.Id)).Status);
        Assert.Equal(["c’est fini"], await PublishedWordsAsync());
        Assert.Empty(await DefectsAsync());
    }

    [Fact]
    public async Task ApplyAsync_WordsStillThereButNoLongerFound_AreWithdrawnAndNotLost()
    {
        await ApplyAsync(Batch((Old, [Statement(Old, "nous partons")])));

        var report = await ApplyAsync(Batch((Shifted, [])));

        Assert.Equal(1, report.Withdrawn);
        Assert.Empty(report.Lost);
        Assert.Empty(await DefectsAsync());
    }

    [Fact]
    public async Task ApplyAsync_OtherWordsAtTheSamePlace_ChangeTheStatement()
    {
        var corrected = Source("a", Old.Text.Replace("nous partons", "nous partens", StringComparison.Ordinal));
        await ApplyAsync(Batch((corrected, [Statement(corrected, "nous partens")])));

        var report = await ApplyAsync(Batch((Old, [Statement(Old, "nous partons")])));

        Assert.Equal((0, 2, 0), (report.Added, report.Changed, report.Withdrawn));
        Assert.Equal(["nous partons"], await PublishedWordsAsync());
        Assert.Empty(await DefectsAsync());
    }

    [Fact]
    public async Task ApplyAsync_TwoQuotesExchangeTheirPlaces_BothFollow()
    {
        var (one, two) = (Source("a", "« aa » ou « bb »"), Source("a", "« bb » ou « aa »"));
        Statement[] before = [Statement(one, "aa", "x"), Statement(one, "bb", "y")];
        Statement[] after = [Statement(two, "aa", "x"), Statement(two, "bb", "y")];
        Assert.Equal(before[0].Id, after[1].Id);
        await ApplyAsync(Batch((one, before)));

        var report = await ApplyAsync(Batch((two, after)));

        Assert.Equal((0, 3, 2, 0), (report.Added, report.Changed, report.Unchanged, report.Withdrawn));
        AssertSame(after[0], await FindAsync(after[0].Id));
        AssertSame(after[1], await FindAsync(after[1].Id));
        Assert.Empty(await DefectsAsync());
    }

    [Fact]
    public async Task ApplyAsync_EditedStatementMoved_KeepsTheEditAndFollows()
    {
        var before = Statement(Old, "nous partons", "o");
        var after = Statement(Shifted, "nous partons", "o");
        await ApplyAsync(Batch((Old, [before])));
        await Harness.EditAsync(before.Id, "Autre Voix", StatementStatus.Published);

        await ApplyAsync(Batch((Shifted, [after])));

        var moved = await FindAsync(after.Id);
        Assert.Equal(("Autre Voix", after.Quote), (moved.Attribution.Speaker, moved.Quote));
        Assert.Equal(["nous partons"], await PublishedWordsAsync());
        Assert.Empty(await DefectsAsync());
        await ApplyAsync(Batch((Shifted, [after])));
        Assert.Equal("Autre Voix", (await FindAsync(after.Id)).Attribution.Speaker);
    }

    [Fact]
    public async Task ApplyAsync_EditedStatementThatIngestionNoLongerFinds_FollowsItsWords()
    {
        var before = Statement(Old, "nous partons");
        await ApplyAsync(Batch((Old, [before])));
        await Harness.EditAsync(before.Id, "Autre Voix", StatementStatus.Published);

        var report = await ApplyAsync(Batch((Shifted, [])));

        Assert.Equal((1 + 1, 0), (report.Changed, report.Withdrawn));
        Assert.Equal("Autre Voix", (await FindAsync(Statement(Shifted, "nous partons").Id)).Attribution.Speaker);
        Assert.Empty(await DefectsAsync());
    }

    [Fact]
    public async Task ApplyAsync_EditedStatementWhoseWordsAreGone_IsWithdrawnAndReportedAsLost()
    {
        var before = Statement(Old, "nous partons");
        await ApplyAsync(Batch((Old, [before])));
        await Harness.EditAsync(before.Id, "Autre Voix", StatementStatus.Published);

        var report = await ApplyAsync(Batch((Shortened, [])));

        Assert.Equal([before.Id], report.Lost.AsEnumerable());
        Assert.Equal(("Autre Voix", StatementStatus.Withdrawn), await SpeakerAndStatusAsync(before.Id));
        Assert.Empty(await DefectsAsync());
        Assert.Empty((await ApplyAsync(Batch((Shortened, [])))).Lost);
    }

    [Fact]
    public async Task ApplyAsync_WithdrawnByAModeratorThenMoved_StaysWithdrawn()
    {
        var before = Statement(Old, "nous partons");
        await ApplyAsync(Batch((Old, [before])));
        await Harness.EditAsync(before.Id, "Une Voix", StatementStatus.Withdrawn);

        await ApplyAsync(Batch((Shifted, [Statement(Shifted, "nous partons")])));

        Assert.Empty(await PublishedWordsAsync());
    }

    [Fact]
    public async Task ApplyAsync_LostThenOtherWordsAtItsPlace_MakesRoomForThem()
    {
        var first = Source("a", "« un »");
        var second = Source("a", "rien ici");
        var third = Source("a", "« eh »");
        await ApplyAsync(Batch((first, [Statement(first, "un")])));
        await ApplyAsync(Batch((second, [])));

        await ApplyAsync(Batch((third, [Statement(third, "eh")])));

        Assert.Equal(["eh"], await PublishedWordsAsync());
        Assert.Empty(await DefectsAsync());
    }

    [Fact]
    public async Task ApplyAsync_ThereAndBackAgain_EndsAsItBegan()
    {
        var batch = Batch((Old, [Statement(Old, "nous partons"), Statement(Old, "c’est fini")]));
        await ApplyAsync(batch);
        await ApplyAsync(Batch((Shortened, [Statement(Shortened, "c’est fini")])));

        await ApplyAsync(batch);

        Assert.Equal(["nous partons", "c’est fini"], await PublishedWordsAsync());
        Assert.Equal(2, (await Store.SummariseAsync(default)).Statements);
        Assert.Empty(await DefectsAsync());
        Assert.Equal(0, (await ApplyAsync(batch)).Changed);
    }

    [Fact]
    public async Task ApplyAsync_TheSameWordsThrice_EachKeepsItsPlaceInOrder()
    {
        var before = Source("a", "A « oui » B « oui » C « oui »");
        var after = Source("a", "Zut. A « oui » B « oui » C « oui »");
        await ApplyAsync(Batch((before, [.. Enumerable.Range(0, 3).Select(index => Statement(before, "oui", $"o{index}", index))])));

        var report = await ApplyAsync(Batch((after, [.. Enumerable.Range(0, 3).Select(index => Statement(after, "oui", $"o{index}", index))])));

        Assert.Equal((0, 4, 0), (report.Added, report.Changed, report.Withdrawn));
        for (var index = 0; index < 3; index++)
            Assert.Equal($"o{index}", (await FindAsync(Statement(after, "oui", $"o{index}", index).Id)).Attribution.OrganisationId);
    }

    private async Task<(string? Speaker, StatementStatus Status)> SpeakerAndStatusAsync(string id)
    {
        var statement = await FindAsync(id);
        return (statement.Attribution.Speaker, statement.Status);
    }
}
