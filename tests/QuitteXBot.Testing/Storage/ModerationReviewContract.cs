using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Statements;
using Xunit;
using static QuitteXBot.Testing.Storage.Builders;

namespace QuitteXBot.Testing.Storage;

/// <summary>The review queue, and forgetting who was in it.</summary>
public abstract class ModerationReviewContract(IStoreHarness harness) : ModerationContract(harness)
{
    [Fact]
    public async Task ChangeAsync_ASubmission_WaitsInTheQueue()
    {
        var content = new NewReview(ReviewKind.Report, "Ce n’est pas lui.", "https://example.org/x", "s0", "o", null, "en");
        var receipt = await ChangeAsync(new Change { Command = "report", Review = content }, Member);
        await ChangeAsync(Submit("deux"), Bob);

        var page = await Moderation.ReviewsAsync(ReviewStatus.Open, 0, 1, default);

        Assert.Equal((2, receipt.Review), (page.Total, page.Items[0].Number));
        Assert.Equal(
            new ReviewItem(receipt.Review!.Value, content, Time.GetUtcNow(), Member, ReviewStatus.Open, null, null), Assert.Single(page.Items));
        Assert.Equal("deux", Assert.Single((await Moderation.ReviewsAsync(ReviewStatus.Open, 1, 5, default)).Items).Content.Text);
        Assert.Null(await Moderation.FindReviewAsync(99, default));
    }

    [Theory]
    [InlineData(true, ReviewStatus.Accepted)]
    [InlineData(false, ReviewStatus.Rejected)]
    public async Task ChangeAsync_ADecision_SettlesTheItemAndTellsItsAuthor(bool accepted, ReviewStatus status)
    {
        var item = (await ChangeAsync(Submit("voir là"), Member)).Review!.Value;

        await ChangeAsync(Decide(item, accepted, "parce que"));

        var review = (await Moderation.FindReviewAsync(item, default))!;
        Assert.Equal((status, Alice, "parce que"), (review.Status, review.DecidedBy, review.Reason));
        Assert.Empty((await Moderation.ReviewsAsync(ReviewStatus.Open, 0, 5, default)).Items);
        Assert.Empty(await Announcements.DueAsync(["matrix"], default));
        var notice = Assert.Single(await Announcements.DueAsync(["discord"], default));
        Assert.Equal((OutboxOperation.Notice, Member, item, null), (notice.Operation, notice.Recipient, notice.Review?.Number, notice.Subscription));
        var again = await RefusedAsync(Decide(item, true), Bob);
        Assert.Equal(("already-decided", $"{item}"), (again.Code, again.Location));
    }

    [Fact]
    public async Task ChangeAsync_AnApproval_NeedsAnotherModerator()
    {
        var draft = Leaving with { Status = StatementStatus.Draft };
        var item = (await ChangeAsync(Add(draft) with { Review = new NewReview(ReviewKind.Approval, "à relire", StatementId: draft.Id) })).Review!.Value;

        Assert.Equal("own-work", (await RefusedAsync(Edit(draft.Id, Leaving) with { Decision = new ReviewDecision(item, true, null) })).Code);
        Assert.Equal(StatementStatus.Draft, (await FindAsync(draft.Id)).Status);

        await ChangeAsync(Edit(draft.Id, Leaving) with { Decision = new ReviewDecision(item, true, null) }, Bob);
        Assert.Equal(StatementStatus.Published, (await FindAsync(draft.Id)).Status);
    }

    [Fact]
    public async Task FindReviewAsync_TheStatementTookAnotherId_HasThatId()
    {
        await ChangeAsync(Add(Leaving));
        var item = (await ChangeAsync(
            new Change { Command = "report", Review = new NewReview(ReviewKind.Report, "faux", StatementId: Leaving.Id) }, Member)).Review!.Value;
        var moved = Statement(Article, "la haine règne", "o");

        await ChangeAsync(Edit(Leaving.Id, moved));

        Assert.Equal(moved.Id, (await Moderation.FindReviewAsync(item, default))!.Content.StatementId);
    }

    [Fact]
    public async Task CountReviewsAsync_CountsTheAuthorsSinceThen()
    {
        await ChangeAsync(Submit("un"), Member);
        Time.Advance(TimeSpan.FromHours(1));
        var since = Time.GetUtcNow();
        await ChangeAsync(Submit("deux"), Member);
        await ChangeAsync(Submit("trois"), Bob);

        Assert.Equal(1, await Moderation.CountReviewsAsync(Member, since, default));
        Assert.Equal(2, await Moderation.CountReviewsAsync(Member, since.AddHours(-1), default));
        Assert.Equal(0, await Moderation.CountReviewsAsync(Alice, since, default));
    }

    [Fact]
    public async Task Revisions_OfASubmission_HaveNothingOfWhatWasWritten()
    {
        await ChangeAsync(new Change { Command = "suggest", Review = new NewReview(ReviewKind.Suggestion, "mon numéro", "https://example.org/moi") }, Member);

        foreach (var revision in (await Store.RevisionsAsync(null, 0, 10, default)).Items)
        {
            var all = revision.ToString();
            Assert.DoesNotContain("numéro", all, StringComparison.Ordinal);
            Assert.DoesNotContain("example.org/moi", all, StringComparison.Ordinal);
            Assert.DoesNotContain(Member, all, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task EraseAsync_SomeoneWhoWrote_IsForgottenAndTheLogHolds()
    {
        var open = (await ChangeAsync(Submit("mon numéro"), Member)).Review!.Value;
        var decided = (await ChangeAsync(Submit("mon adresse"), Member)).Review!.Value;
        await ChangeAsync(Decide(decided, true, "merci"));
        await ChangeAsync(Add(Leaving), Member);
        Assert.True(await Harness.HasTextAsync(Member) && await Harness.HasTextAsync("mon numéro"));

        Assert.True(await Moderation.EraseAsync(Member, default));

        var (one, two) = ((await Moderation.FindReviewAsync(open, default))!, (await Moderation.FindReviewAsync(decided, default))!);
        Assert.Equal(("", null, ReviewStatus.Rejected), (one.Content.Text, one.Author, one.Status));
        Assert.Equal(("", null, ReviewStatus.Accepted), (two.Content.Text, two.Author, two.Status));
        Assert.Equal(0, await Announcements.WaitingAsync(default));
        Assert.Null(Assert.Single(await HistoryAsync(Leaving.Id)).Actor);
        AssertSame(Leaving, await FindAsync(Leaving.Id));
        Assert.False(await Harness.HasTextAsync(Member));
        Assert.False(await Harness.HasTextAsync("mon numéro"));
        Assert.False(await Harness.HasTextAsync("mon adresse"));
        await AssertSoundAsync();
    }

    [Fact]
    public async Task EraseAsync_AModerator_LeavesTheirWorkWithoutTheirName()
    {
        var item = (await ChangeAsync(Submit("voir là"), Member)).Review!.Value;
        await ChangeAsync(Add(Leaving with { Status = StatementStatus.Draft }) with { Decision = new ReviewDecision(item, true, null) });
        var approval = (await ChangeAsync(
            new Change { Command = "statement edit", Review = new NewReview(ReviewKind.Approval, "à relire", StatementId: Leaving.Id, Draft: "{}") })).Review!.Value;

        Assert.True(await Moderation.EraseAsync(Alice, default));

        Assert.Null((await Moderation.FindReviewAsync(item, default))!.DecidedBy);
        var waiting = (await Moderation.FindReviewAsync(approval, default))!;
        Assert.Equal((ReviewStatus.Open, "{}", null), (waiting.Status, waiting.Content.Draft, waiting.Author));
        await ChangeAsync(Edit(Leaving.Id, Leaving) with { Decision = new ReviewDecision(approval, true, null) }, Bob);
        Assert.Equal("nothing-to-undo", (await Moderation.UndoAsync(Alice, null, default)).Error?.Code);
    }

    [Fact]
    public async Task EraseAsync_WhoReturns_IsSomeoneNew()
    {
        await ChangeAsync(Add(Leaving), Member);
        await Moderation.EraseAsync(Member, default);

        await ChangeAsync(Withdraw(Leaving), Member);

        Assert.Equal([Member, null], (await HistoryAsync(Leaving.Id)).Select(entry => entry.Actor));
        Assert.Equal(2, (await Store.RevisionsAsync(Leaving.Id, 0, 5, default)).Items.Select(revision => revision.Actor).Distinct().Count());
    }

    [Fact]
    public async Task EraseAsync_NobodyKnown_SaysSo() => Assert.False(await Moderation.EraseAsync(Member, default));
}
