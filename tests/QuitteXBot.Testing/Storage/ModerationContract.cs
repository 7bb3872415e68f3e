using System.Collections.Immutable;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using Xunit;
using static QuitteXBot.Testing.Storage.Builders;

namespace QuitteXBot.Testing.Storage;

/// <summary>What every store of what people change must do, by theme in the subclasses.</summary>
public abstract class ModerationContract(IStoreHarness harness) : StoreContract(harness)
{
    protected const string Alice = "discord:1001";
    protected const string Bob = "matrix:@bob:example.org";
    protected const string Member = "discord:2002";

    /// <summary>A source as moderators add one.</summary>
    protected static Source Article { get; } = Source("m-article", "Le maire : « nous partons ». La présidente : « la haine règne ». Il ajoute : « à bientôt ».");

    protected IModerationStore Moderation => (IModerationStore)Store;

    protected IAnnouncementStore Announcements => (IAnnouncementStore)Store;

    protected static Statement Leaving { get; } = Statement(Article, "nous partons", "o");

    protected static Change Add(params ReadOnlySpan<Statement> statements) => new()
    {
        Command = "statement add",
        Organisations = [Organisation("o")],
        Sources = [Article],
        Statements = [.. statements.ToArray().Select(statement => new StatementChange(null, statement))],
    };

    protected static Change Edit(string id, Statement after) => new() { Command = "statement edit", Statements = [new StatementChange(id, after)] };

    protected static Change Withdraw(Statement statement) =>
        Edit(statement.Id, statement with { Status = StatementStatus.Withdrawn }) with { Command = "statement withdraw" };

    protected static Change Submit(string text, ReviewKind kind = ReviewKind.Suggestion) =>
        new() { Command = "suggest", Review = new NewReview(kind, text) };

    protected static Change Decide(long number, bool accepted, string? reason = null) =>
        new() { Command = accepted ? "review accept" : "review reject", Decision = new ReviewDecision(number, accepted, reason) };

    protected async Task<ChangeReceipt> ChangeAsync(Change change, string actor = Alice) => Required(await Moderation.ChangeAsync(change, actor, default));

    protected async Task<Error> RefusedAsync(Change change, string actor = Alice)
    {
        var revisions = await RevisionCountAsync();
        var error = (await Moderation.ChangeAsync(change, actor, default)).Error;
        Assert.NotNull(error);
        Assert.Equal(revisions, await RevisionCountAsync());
        return error;
    }

    protected async Task<HistoryEntry> UndoAsync(string actor = Alice) => Required(await Moderation.UndoAsync(actor, null, default));

    protected async Task<ImmutableArray<HistoryEntry>> HistoryAsync(string id) => (await Moderation.HistoryAsync(id, 0, 100, default)).Items;

    /// <summary>The store is as whole as one that was filled at once: nothing for <c>verify</c> to find, derived rows as a rebuild makes them.</summary>
    protected async Task AssertSoundAsync()
    {
        Assert.Empty(await DefectsAsync());
        Assert.True(await Harness.AreDerivedRowsRightAsync());
    }

    protected static T Required<T>(Result<T> result)
        where T : notnull => result.Value ?? throw new InvalidOperationException(result.Error?.ToString());
}
