using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Commands.Handlers.Moderation;

/// <summary>The queue, or one item of it: suggestions, reports, approvals, and statements of which the ingestion is not sure.</summary>
internal sealed class ReviewHandler : ModerationHandler
{
    private const int PageSize = 10;
    private const int LongestSummary = 120;

    public override string Command => CommandNames.Review;

    protected override async Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        if (inquiry.Arguments.Field(OptionNames.Review) is not { Length: > 0 } number)
            return await ListAsync(inquiry, desk, cancellationToken).ConfigureAwait(false);
        return await ReviewEntry.FindAsync(inquiry, desk, number, cancellationToken).ConfigureAwait(false) is { } entry
            ? await ShowAsync(inquiry, entry, cancellationToken).ConfigureAwait(false)
            : Abstentions.Invalid(Command, inquiry.Texts, inquiry.Texts[TextKeys.ReviewUnknown], inquiry.Texts[TextKeys.ReviewUnknownMend]);
    }

    /// <summary>What people sent comes first; the ingestion's doubts behind it.</summary>
    private static async Task<Reply> ListAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        var offset = (inquiry.Arguments.Page - 1) * PageSize;
        var items = await desk.Store.ReviewsAsync(ReviewStatus.Open, offset, PageSize, cancellationToken).ConfigureAwait(false);
        var query = new StatementQuery
        {
            Statuses = [StatementStatus.Draft],
            IncludeHeadings = true,
            Offset = Math.Max(0, offset - items.Total),
            Limit = PageSize - items.Items.Length,
        };
        var drafts = await inquiry.Knowledge.Store.StatementsAsync(query, cancellationToken).ConfigureAwait(false);
        var total = items.Total + drafts.Total;
        if (total == 0)
            return inquiry.Reply(Outcome.Answered, texts[TextKeys.ReviewTitle]) with { Private = true, Blocks = [new TextBlock(texts[TextKeys.ReviewEmpty])] };
        var paging = new Paging(inquiry.Arguments.Page, PageSize, total);
        if (paging.IsBeyond)
            return paging.Beyond(inquiry);
        var entries = items.Items.Select(ReviewEntry.Of).Concat(drafts.Items.Select(ReviewEntry.Of)).ToList();
        var blocks = ImmutableArray.CreateBuilder<ReplyBlock>();
        blocks.Add(new ListBlock([.. entries.Select(entry => Item(entry, texts))], Numbered: false));
        if (paging.Line(texts) is { } line)
            blocks.Add(line);
        return inquiry.Reply(Outcome.Answered, texts[TextKeys.ReviewTitle]) with
        {
            Private = true,
            Blocks = blocks.ToImmutable(),
            Actions =
            [
                .. entries.Select(entry => new ReplyAction(
                    ReplyActionKind.Choose,
                    ActionLabels.Fit($"{entry.Number} · {entry.KindIn(texts)}"),
                    CommandNames.Review,
                    ImmutableDictionary<string, string>.Empty.Add(OptionNames.Review, entry.Number))),
                .. paging.Actions(inquiry),
            ],
        };
    }

    private static ReplyListItem Item(ReviewEntry entry, Texts texts) => new(
        $"{entry.Number} · {entry.KindIn(texts)} · {ActionLabels.Fit(entry.Summary.ReplaceLineEndings(" "), LongestSummary)}", entry.ByIn(texts));

    private static async Task<Reply> ShowAsync(Inquiry inquiry, ReviewEntry entry, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        var views = new QuoteViews(inquiry.Knowledge, texts);
        var blocks = ImmutableArray.CreateBuilder<ReplyBlock>();
        if (entry.ByIn(texts) is { } by)
            blocks.Add(new TextBlock(by));
        QuoteView? shown = null;
        if (entry.Item is { } item)
        {
            if (item.Content.Kind != ReviewKind.Approval && item.Content.Text.Length > 0)
                blocks.Add(new TextBlock(item.Content.Text));
            if (item.Content.Url is { } url)
                blocks.Add(new TextBlock(url));
            if (item.Content.StatementId is { } id && await inquiry.Knowledge.Store.FindStatementAsync(id, cancellationToken).ConfigureAwait(false) is { } about)
            {
                blocks.Add(new TextBlock(texts.With(TextKeys.ReviewAboutStatement, id)));
                blocks.Add(new QuoteBlock(shown = views.Of(about)));
            }

            if (item.Content.Kind == ReviewKind.Approval)
            {
                blocks.Add(new TextBlock(texts[TextKeys.PreviewIntroduction]));
                var (plan, problem) = await ReviewEntry.PlanAsync(inquiry, item, cancellationToken).ConfigureAwait(false);
                blocks.Add(plan is null ? new TextBlock($"{problem!.Title} {problem.Mend}") : new QuoteBlock(shown = views.Of(plan.Cited)));
            }
        }
        else
        {
            blocks.Add(new TextBlock(texts[TextKeys.ReviewConfidence]));
            blocks.Add(new QuoteBlock(shown = views.Of(entry.Draft!)));
        }

        var options = ImmutableDictionary<string, string>.Empty.Add(OptionNames.Review, entry.Number);
        return inquiry.Reply(Outcome.Answered, texts.With(TextKeys.ReviewItemTitle, entry.Number, entry.KindIn(texts))) with
        {
            Private = true,
            Blocks = blocks.ToImmutable(),
            Statements = shown is null ? [] : [shown],
            Actions = entry.Item is { Status: not ReviewStatus.Open }
                ? []
                : [
                    new ReplyAction(ReplyActionKind.Confirm, texts[TextKeys.ReviewAcceptLabel], CommandNames.ReviewAccept, options),
                    new ReplyAction(ReplyActionKind.Step, texts[TextKeys.ReviewEditLabel], CommandNames.ReviewEdit, options),
                    new ReplyAction(ReplyActionKind.Step, texts[TextKeys.ReviewRejectLabel], CommandNames.ReviewReject, options),
                ],
        };
    }
}
