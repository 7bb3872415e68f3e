using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Commands.Handlers.Moderation;

/// <summary>
/// Accepts an item: an approval or a draft is published, a report is taken up, a suggestion goes on to the form of a statement, which <c>review edit</c> opens for each of them.
/// </summary>
internal sealed class ReviewAcceptHandler(bool edits) : ModerationHandler
{
    public override string Command => edits ? CommandNames.ReviewEdit : CommandNames.ReviewAccept;

    protected override async Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        var number = inquiry.Arguments.Field(OptionNames.Review)!;
        var entry = await ReviewEntry.FindAsync(inquiry, desk, number, cancellationToken).ConfigureAwait(false);
        if (entry is null)
            return Abstentions.Invalid(Command, texts, texts[TextKeys.ReviewUnknown], texts[TextKeys.ReviewUnknownMend]);
        if (entry.Item is { Status: not ReviewStatus.Open })
            return Abstentions.Invalid(Command, texts, texts[TextKeys.ReviewAlreadyDecided], texts[TextKeys.ReviewUnknownMend]);
        return entry switch
        {
            { Draft: { } draft } => edits
                ? await EditAsync(inquiry, desk, draft.Statement.Id, null, cancellationToken).ConfigureAwait(false)
                : await PublishAsync(inquiry, desk, draft, cancellationToken).ConfigureAwait(false),
            { Item.Content.Kind: ReviewKind.Report } => await TakeUpAsync(inquiry, desk, entry.Item, cancellationToken).ConfigureAwait(false),
            { Item.Content.Kind: ReviewKind.Approval } when !edits => await ApproveAsync(inquiry, desk, entry.Item, cancellationToken).ConfigureAwait(false),
            _ => await FormAsync(inquiry, desk, ReviewEntry.Fields(entry.Item!) ?? ReviewEntry.Read(inquiry, desk, entry.Item!), cancellationToken).ConfigureAwait(false),
        };
    }

    private static Task<Reply> FormAsync(Inquiry inquiry, ModerationDesk desk, StatementFields fields, CancellationToken cancellationToken) =>
        new StatementWorkshop(As(inquiry, fields.StatementId is null ? CommandNames.StatementAdd : CommandNames.StatementEdit, fields.StatementId), desk)
            .ContinueAsync(fields, null, 1, cancellationToken);

    private static async Task<Reply> EditAsync(Inquiry inquiry, ModerationDesk desk, string statement, long? review, CancellationToken cancellationToken)
    {
        var cited = (await inquiry.Knowledge.Store.FindStatementAsync(statement, cancellationToken).ConfigureAwait(false))!;
        var version = await desk.Store.VersionAsync(statement, cancellationToken).ConfigureAwait(false);
        return await FormAsync(inquiry, desk, StatementFields.Of(cited, version) with { Review = review }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Reply> PublishAsync(Inquiry inquiry, ModerationDesk desk, CitedStatement draft, CancellationToken cancellationToken)
    {
        var published = draft.Statement with { Status = StatementStatus.Published, Confidence = Confidence.Confirmed };
        var change = new Change
        {
            Command = Command,
            Note = inquiry.Arguments.Field(OptionNames.Note),
            Statements = [new StatementChange(draft.Statement.Id, published)],
            Seen = ImmutableDictionary<string, long>.Empty.Add(
                draft.Statement.Id, await desk.Store.VersionAsync(draft.Statement.Id, cancellationToken).ConfigureAwait(false)),
        };
        return await MakeAsync(inquiry, desk, change, draft.Statement.Id, new CitedStatement(published, draft.Citation), cancellationToken).ConfigureAwait(false);
    }

    private async Task<Reply> ApproveAsync(Inquiry inquiry, ModerationDesk desk, ReviewItem item, CancellationToken cancellationToken)
    {
        var (plan, problem) = await ReviewEntry.PlanAsync(inquiry, item, cancellationToken).ConfigureAwait(false);
        if (plan is null)
            return Abstentions.Invalid(Command, inquiry.Texts, problem!.Title, problem.Mend);
        var change = plan.Change with { Command = Command, Decision = new ReviewDecision(item.Number, Accepted: true, inquiry.Arguments.Field(OptionNames.Note)) };
        return await MakeAsync(inquiry, desk, change, inquiry.Arguments.Field(OptionNames.Review)!, plan.Cited, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Reply> MakeAsync(
        Inquiry inquiry, ModerationDesk desk, Change change, string number, CitedStatement cited, CancellationToken cancellationToken)
    {
        var made = await desk.MakeAsync(inquiry, change, cancellationToken).ConfigureAwait(false);
        if (!made.IsSuccess)
            return await ChangeErrors.ExplainAsync(inquiry, desk, change, made.Error, cancellationToken).ConfigureAwait(false);
        var quote = new QuoteViews(inquiry.Knowledge, inquiry.Texts).Of(cited);
        return inquiry.Reply(Outcome.Done, inquiry.Texts.With(TextKeys.ReviewAccepted, number)) with
        {
            Private = true,
            Statements = [quote],
            Blocks = [new QuoteBlock(quote)],
        };
    }

    /// <summary>The report is settled by what the moderator does now: both ways are offered.</summary>
    private async Task<Reply> TakeUpAsync(Inquiry inquiry, ModerationDesk desk, ReviewItem item, CancellationToken cancellationToken)
    {
        var (texts, statement) = (inquiry.Texts, item.Content.StatementId!);
        if (edits)
            return await EditAsync(inquiry, desk, statement, item.Number, cancellationToken).ConfigureAwait(false);
        var change = new Change { Command = Command, Decision = new ReviewDecision(item.Number, Accepted: true, inquiry.Arguments.Field(OptionNames.Note)) };
        var decided = await desk.MakeAsync(inquiry, change, cancellationToken).ConfigureAwait(false);
        if (!decided.IsSuccess)
            return await ChangeErrors.ExplainAsync(inquiry, desk, change, decided.Error, cancellationToken).ConfigureAwait(false);
        var options = ImmutableDictionary<string, string>.Empty.Add(OptionNames.Id, statement);
        return inquiry.Reply(Outcome.Done, texts.With(TextKeys.ReviewAccepted, item.Number)) with
        {
            Private = true,
            Blocks = [new TextBlock(texts[TextKeys.ReviewReportAccepted])],
            Actions =
            [
                new ReplyAction(ReplyActionKind.Step, texts[TextKeys.StatementEditLabel], CommandNames.StatementEdit, options),
                new ReplyAction(ReplyActionKind.Step, texts[TextKeys.StatementWithdrawLabel], CommandNames.StatementWithdraw, options),
            ],
        };
    }

    /// <summary>The inquiry as if that command had been given: its form is submitted to it.</summary>
    private static Inquiry As(Inquiry inquiry, string command, string? statement) => inquiry with
    {
        Definition = CommandCatalogue.Find(command)!,
        Arguments = new Values.Arguments { Id = statement },
    };
}
