using System.Collections.Immutable;
using System.Globalization;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Commands.Handlers.Maintenance;

/// <summary>Version, counts, index, platforms, queues, last errors.</summary>
internal sealed class StatusHandler : MaintenanceHandler
{
    public override string Command => CommandNames.Status;

    protected override async Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, IMaintenance maintenance, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        var status = await maintenance.StatusAsync(cancellationToken).ConfigureAwait(false);
        var store = status.Store;
        var age = desk.Clock.GetUtcNow() - status.Generation.BuiltAt;
        List<ReplyListItem> facts =
        [
            new(texts.With(TextKeys.StatusCounts, store.Sources, store.Organisations, store.Statements, store.Published, store.Reports, store.Revisions)),
            new(texts.With(TextKeys.StatusIndex, status.Generation.Documents, Moment(texts, status.Generation.BuiltAt), Age(texts, age)), status.Generation.Id),
            .. status.Platforms.Select(platform => new ReplyListItem(texts.With(TextKeys.StatusPlatform, platform.Name, platform.State))),
            new(await QueuesAsync(inquiry, desk, cancellationToken).ConfigureAwait(false)),
            new(texts.With(TextKeys.StatusBackup, Moment(texts, status.LastBackup))),
            new(texts.With(TextKeys.StatusCheck, Moment(texts, status.LastSourceCheck))),
        ];
        if (status.Work)
            facts.Add(new ReplyListItem(texts[TextKeys.WorkGoesOn]));
        var blocks = ImmutableArray.CreateBuilder<ReplyBlock>();
        blocks.Add(new ListBlock([.. facts], Numbered: false));
        await AddPausedAsync(inquiry, desk, blocks, cancellationToken).ConfigureAwait(false);
        blocks.Add(new TextBlock(texts[status.Errors.IsEmpty ? TextKeys.StatusNoErrors : TextKeys.StatusErrors]));
        if (!status.Errors.IsEmpty)
            blocks.Add(new ListBlock([.. status.Errors.Select(error => new ReplyListItem(error.Words, Moment(texts, error.At)))], Numbered: false));
        return inquiry.Reply(Outcome.Answered, texts.With(TextKeys.StatusTitle, status.Version)) with { Blocks = blocks.ToImmutable() };
    }

    private static async Task<string> QueuesAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        var waiting = await desk.Announcements.WaitingAsync(cancellationToken).ConfigureAwait(false);
        var reviews = await desk.Store.ReviewsAsync(ReviewStatus.Open, 0, 1, cancellationToken).ConfigureAwait(false);
        var drafts = await inquiry.Knowledge.Store.StatementsAsync(
            new StatementQuery { Statuses = [StatementStatus.Draft], IncludeHeadings = true, Limit = 1 }, cancellationToken).ConfigureAwait(false);
        return inquiry.Texts.With(TextKeys.StatusQueues, waiting, reviews.Total, drafts.Total);
    }

    private static async Task AddPausedAsync(
        Inquiry inquiry, ModerationDesk desk, ImmutableArray<ReplyBlock>.Builder blocks, CancellationToken cancellationToken)
    {
        var paused = (await desk.Announcements.SubscriptionsAsync(cancellationToken).ConfigureAwait(false)).Where(one => one.Fault is not null).ToList();
        if (paused.Count > 0)
            blocks.Add(new ListBlock([.. paused.Select(one => Subscriptions.Item(one, inquiry.Knowledge, inquiry.Texts))], Numbered: false));
    }

    private static string Moment(Texts texts, DateTimeOffset? at) => at is { } moment
        ? texts.With(
            TextKeys.StatusMoment, texts.Date(PartialDate.OfDay(DateOnly.FromDateTime(moment.UtcDateTime))), moment.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture))
        : texts[TextKeys.StatusNever];

    private static string Age(Texts texts, TimeSpan age) => age switch
    {
        { TotalDays: >= 2 } => texts.With(TextKeys.AgeDays, (int)age.TotalDays),
        { TotalHours: >= 2 } => texts.With(TextKeys.AgeHours, (int)age.TotalHours),
        _ => texts.With(TextKeys.AgeMinutes, Math.Max(0, (int)age.TotalMinutes)),
    };
}
