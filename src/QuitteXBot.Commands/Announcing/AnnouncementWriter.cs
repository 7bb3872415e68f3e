using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Handlers;
using QuitteXBot.Commands.Knowledge;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Commands.Announcing;

/// <summary>What an item of the outbox says: always as the records are now, so that nothing is announced that was withdrawn meanwhile.</summary>
public sealed class AnnouncementWriter(IKnowledgeSource knowledgeSource, IModerationStore store)
{
    /// <summary>The message, or null where there is nothing to say any more.</summary>
    public async Task<Reply?> WriteAsync(OutboxItem item, CancellationToken cancellationToken)
    {
        if (item is { Operation: OutboxOperation.Notice })
            return item.Review is { } review ? Notice(review) : null;
        using var knowledge = await knowledgeSource.OpenAsync(cancellationToken).ConfigureAwait(false);
        var texts = Texts.In(item.Subscription?.Language == "en" ? Language.English : Language.French);
        return await ShownAsync(item, knowledge, texts, cancellationToken).ConfigureAwait(false)
            ?? (item.Operation == OutboxOperation.Send ? null : Reply(texts, texts[TextKeys.AnnounceWithdrawn]) with
            {
                Blocks = [new TextBlock(texts[TextKeys.AnnounceWithdrawnMend])],
            });
    }

    private async Task<Reply?> ShownAsync(OutboxItem item, IKnowledge knowledge, Texts texts, CancellationToken cancellationToken)
    {
        if (item.StatementId is { } statement)
        {
            return await knowledge.Store.FindStatementAsync(statement, cancellationToken).ConfigureAwait(false) is { Statement.Status: StatementStatus.Published } cited
                ? Statement(cited, knowledge, texts)
                : null;
        }

        return item.ReportId is { } id && await store.FindReportAsync(id, cancellationToken).ConfigureAwait(false) is { Withdrawn: false } found
            ? Fact(found.Report, knowledge, texts)
            : null;
    }

    private static Reply Statement(CitedStatement cited, IKnowledge knowledge, Texts texts)
    {
        var quote = new QuoteViews(knowledge, texts).Of(cited);
        return Reply(texts, texts.With(TextKeys.AnnounceNew, quote.OrganisationName ?? texts[TextKeys.Unattributed])) with
        {
            Organisation = cited.Statement.Attribution.OrganisationId is { } id ? knowledge.Names.Find(id) : null,
            Statements = [quote],
            Blocks = [new QuoteBlock(quote)],
        };
    }

    private static Reply Fact(DepartureReport report, IKnowledge knowledge, Texts texts)
    {
        var organisation = report.OrganisationId is { } id ? knowledge.Names.Find(id) : null;
        var name = organisation?.Name ?? report.Person ?? report.OrganisationId ?? "";
        var view = new DepartureView(name, organisation, DepartureMerge.Of([report])[0]);
        var facts = new DepartureFacts(knowledge, texts);
        return Reply(texts, texts.With(TextKeys.AnnounceFact, name, texts.Action(report.Action))) with
        {
            Organisation = organisation,
            Departures = [view],
            Blocks = [.. facts.Dates(view.Departure), .. facts.Platforms(view.Departure)],
        };
    }

    private static Reply Notice(ReviewItem review)
    {
        var texts = Texts.In(review.Content.Language == "en" ? Language.English : Language.French);
        var key = (review.Content.Kind, review.Status) switch
        {
            (ReviewKind.Approval, ReviewStatus.Accepted) => TextKeys.NoticeApproved,
            (ReviewKind.Approval, _) => TextKeys.NoticeNotApproved,
            (_, ReviewStatus.Accepted) => TextKeys.NoticeAccepted,
            _ => TextKeys.NoticeRejected,
        };
        return Reply(texts, texts.With(key, review.Number)) with
        {
            Private = true,
            Blocks = review.Reason is { Length: > 0 } reason ? [new TextBlock(texts.With(TextKeys.NoticeReason, reason))] : [],
        };
    }

    private static Reply Reply(Texts texts, string title) => new()
    {
        Command = CommandNames.AnnounceHere,
        Language = texts.Language,
        Outcome = Outcome.Answered,
        Title = title,
    };
}
