using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;
using Xunit;
using static QuitteXBot.Testing.Storage.Builders;

namespace QuitteXBot.Testing.Storage;

/// <summary>Undoing sets back what a person's last change touched, and nothing else.</summary>
public abstract class ModerationUndoContract(IStoreHarness harness) : ModerationContract(harness)
{
    [Fact]
    public async Task UndoAsync_AnAdding_WithdrawsAllOfItAndUndoneAgainBringsItBack()
    {
        var receipt = await ChangeAsync(Add(Leaving) with { Reports = [new ReportChange(Report("m-d", "o", announced: "2025-01-20"))] });

        var undone = await UndoAsync();

        Assert.Equal((receipt.Number, "statement add", "statement", Leaving.Id), (undone.Number, undone.Command, undone.Entity, undone.EntityId));
        Assert.Empty(await PublishedWordsAsync());
        Assert.Empty((await Store.DeparturesAsync(new DepartureQuery(), default)).Items);
        Assert.Null(await Store.FindSourceAsync(Article.Id, default));
        Assert.Null(await Moderation.FindOrganisationAsync("o", default));
        Assert.Empty(await ListAsync(Store.OrganisationsAsync(default)));
        Assert.Empty(await Store.FindOrganisationsAsync(["o"], default));
        await AssertSoundAsync();

        Assert.Equal("undo", (await UndoAsync()).Command);
        AssertSame(Leaving, await FindAsync(Leaving.Id));
        Assert.Equal(Article, await Store.FindSourceAsync(Article.Id, default));
        Assert.NotNull(await Moderation.FindOrganisationAsync("o", default));
        Assert.Single(await Store.ReportsAsync("o", default));
        await AssertSoundAsync();
    }

    [Fact]
    public async Task UndoAsync_AnAdding_MayBeAddedAgain()
    {
        await ChangeAsync(Add(Leaving));
        await UndoAsync();

        await ChangeAsync(Add(Leaving with { Reasons = ["values"] }), Bob);

        Assert.Equal(["values"], (await FindAsync(Leaving.Id)).Reasons.AsEnumerable());
        Assert.Equal(StatementStatus.Published, (await FindAsync(Leaving.Id)).Status);
    }

    [Fact]
    public async Task UndoAsync_AnAddingThatOthersUse_LeavesWhatTheyUse()
    {
        await ChangeAsync(Add(Leaving));
        var other = Statement(Article, "la haine règne", "o");
        await ChangeAsync(new Change { Command = "statement add", Statements = [new StatementChange(null, other)] }, Bob);

        await UndoAsync();

        Assert.Equal(["la haine règne"], await PublishedWordsAsync());
        Assert.NotNull(await Store.FindSourceAsync(Article.Id, default));
        Assert.NotNull(await Moderation.FindOrganisationAsync("o", default));
        await AssertSoundAsync();
    }

    [Fact]
    public async Task UndoAsync_AnEdit_SetsTheFieldsBack()
    {
        await ChangeAsync(Add(Leaving));
        await ChangeAsync(Edit(Leaving.Id, Leaving with { Reasons = ["values"], SaidOn = Date("2025-01-02"), Topic = StatementTopic.Next }));

        var undone = await UndoAsync();

        AssertSame(Leaving, await FindAsync(Leaving.Id));
        Assert.Equal(["reasons", "topic", "saidOn"], undone.Fields.Select(field => field.Field));
        await AssertSoundAsync();
    }

    [Fact]
    public async Task UndoAsync_AMove_GivesTheOldIdBack()
    {
        await ChangeAsync(Add(Leaving));
        var moved = Statement(Article, "la haine règne", "o");
        await ChangeAsync(Edit(Leaving.Id, moved));

        await UndoAsync();

        AssertSame(Leaving, await FindAsync(Leaving.Id));
        Assert.Null(await Store.FindStatementAsync(moved.Id, default));
        Assert.Equal(3, (await HistoryAsync(Leaving.Id)).Length);
        await AssertSoundAsync();
    }

    [Fact]
    public async Task UndoAsync_AWithdrawalAndARestoring_AreUndone()
    {
        await ChangeAsync(Add(Leaving));
        await ChangeAsync(Withdraw(Leaving));
        await UndoAsync();
        Assert.Equal(["nous partons"], await PublishedWordsAsync());

        await ChangeAsync(Withdraw(Leaving), Bob);
        await ChangeAsync(Edit(Leaving.Id, Leaving));
        await UndoAsync();
        Assert.Empty(await PublishedWordsAsync());
        await AssertSoundAsync();
    }

    [Fact]
    public async Task UndoAsync_AnAliasOfTheSeeds_LeavesItToTheSeedsAgain()
    {
        var seeds = Batch((Article, [Leaving]));
        await ApplyAsync(seeds);
        await ChangeAsync(new Change { Command = "organisation alias", Organisations = [Organisation("o") with { Aliases = ["autre nom"] }] });
        Assert.Equal(["autre nom"], (await Moderation.FindOrganisationAsync("o", default))!.Aliases.AsEnumerable());

        await UndoAsync();

        Assert.Empty((await Moderation.FindOrganisationAsync("o", default))!.Aliases);
        await ApplyAsync(seeds with { Organisations = [Organisation("o", name: "Nom nouveau")] });
        Assert.Equal("Nom nouveau", (await Moderation.FindOrganisationAsync("o", default))!.Name);
    }

    [Fact]
    public async Task UndoAsync_ADeparture_IsSetBack()
    {
        var announced = Report("m-d", "o", announced: "2025-01-20");
        await ChangeAsync(new Change { Command = "departure set", Organisations = [Organisation("o")], Reports = [new ReportChange(announced)] });
        await ChangeAsync(new Change { Command = "departure set", Reports = [new ReportChange(announced with { Action = DepartureAction.Stays, Note = "erreur" })] });

        await UndoAsync();

        Assert.Equal(announced.Action, Assert.Single(await Store.ReportsAsync("o", default)).Action);
        Assert.Single((await Store.DeparturesAsync(new DepartureQuery(), default)).Items);
        await AssertSoundAsync();
    }

    [Fact]
    public async Task UndoAsync_ASourcesNewText_ShowsTheOldOne()
    {
        await ChangeAsync(Add(Leaving));
        await ChangeAsync(new Change { Command = "source edit", Sources = [Article with { Text = "Avant. " + Article.Text, Title = "Autre" }] });

        await UndoAsync();

        Assert.Equal(Article, await Store.FindSourceAsync(Article.Id, default));
        await AssertSoundAsync();
    }

    [Fact]
    public async Task UndoAsync_SomeoneChangedTheSameSince_IsAConflict()
    {
        await ChangeAsync(Add(Leaving));
        await ChangeAsync(Edit(Leaving.Id, Leaving with { Reasons = ["values"] }));
        await ChangeAsync(Edit(Leaving.Id, Leaving with { Reasons = ["privacy"] }), Bob);

        var error = (await Moderation.UndoAsync(Alice, null, default)).Error;

        Assert.Equal(("conflict", Leaving.Id), (error?.Code, error?.Location));
        Assert.Equal(["privacy"], (await FindAsync(Leaving.Id)).Reasons.AsEnumerable());
    }

    [Fact]
    public async Task UndoAsync_TheOldPlaceIsTakenSince_IsAConflict()
    {
        await ChangeAsync(Add(Leaving));
        await ChangeAsync(Edit(Leaving.Id, Statement(Article, "la haine règne", "o")));
        await ChangeAsync(Add(Leaving), Bob);

        var error = (await Moderation.UndoAsync(Alice, null, default)).Error;
        Assert.Equal(("conflict", Leaving.Id), (error?.Code, error?.Location));
        Assert.Equal(2, (await PublishedWordsAsync()).Count);
    }

    [Fact]
    public async Task UndoAsync_NothingOfOnesOwn_SaysSo()
    {
        await ChangeAsync(Add(Leaving));
        await ChangeAsync(Submit("voir là"), Member);

        Assert.Equal("nothing-to-undo", (await Moderation.UndoAsync(Bob, null, default)).Error?.Code);
        Assert.Equal("nothing-to-undo", (await Moderation.UndoAsync(Member, null, default)).Error?.Code);
    }

    [Fact]
    public async Task UndoAsync_OthersChangedOtherThings_UndoesOnesOwn()
    {
        await ChangeAsync(Add(Leaving));
        var other = Statement(Article, "la haine règne", "o");
        await ChangeAsync(new Change { Command = "statement add", Statements = [new StatementChange(null, other)] }, Bob);
        await ChangeAsync(Withdraw(Leaving));
        await ChangeAsync(Withdraw(other), Bob);

        await UndoAsync();

        Assert.Equal(["nous partons"], await PublishedWordsAsync());
    }

    [Fact]
    public async Task UndoAsync_AnAcceptedItem_WaitsInTheQueueAgain()
    {
        var item = (await ChangeAsync(Submit("voir là"), Member)).Review!.Value;
        await ChangeAsync(Add(Leaving) with { Command = "review accept", Decision = new ReviewDecision(item, true, "merci") });

        await UndoAsync();

        var review = (await Moderation.FindReviewAsync(item, default))!;
        Assert.Equal((ReviewStatus.Open, null, null), (review.Status, review.DecidedBy, review.Reason));
        Assert.Equal(0, await Announcements.WaitingAsync(default));
        await UndoAsync();
        Assert.Equal(ReviewStatus.Accepted, (await Moderation.FindReviewAsync(item, default))!.Status);
        Assert.Equal(1, await Announcements.WaitingAsync(default));
    }

    [Fact]
    public async Task UndoAsync_TheSameEventAsksAgain_UndoesNothingMore()
    {
        var change = Add(Leaving) with { Key = "event-1" };
        var first = Required(await Moderation.ChangeAsync(change, Alice, default));
        var again = Required(await Moderation.ChangeAsync(change, Alice, default));
        var undone = Required(await Moderation.UndoAsync(Alice, "event-2", default));
        var twice = Required(await Moderation.UndoAsync(Alice, "event-2", default));

        Assert.Equal(first, again);
        Assert.Equal(first, await Moderation.FindMadeAsync("event-1", default));
        Assert.Null(await Moderation.FindMadeAsync("event-3", default));
        Assert.Equal((undone.EntityId, undone.Number), (twice.EntityId, twice.Number));
        await AssertSoundAsync();
    }
}
