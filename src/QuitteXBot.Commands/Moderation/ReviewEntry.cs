using System.Globalization;
using System.Text.Json;
using QuitteXBot.Commands.Handlers;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Values;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Commands.Moderation;

/// <summary>What awaits a decision: an item that somebody sent, or a statement that the ingestion only drafted.</summary>
/// <param name="Number">The item's number, or the drafted statement's id.</param>
internal sealed record ReviewEntry(string Number, ReviewItem? Item, CitedStatement? Draft)
{
    public string Summary => Item is not { Content: var content } ? Draft!.Statement.Quote.Text
        : content.Text.Length > 0 ? content.Text
        : content.Url ?? "";

    public static ReviewEntry Of(ReviewItem item) => new(item.Number.ToString(CultureInfo.InvariantCulture), item, null);

    public static ReviewEntry Of(CitedStatement draft) => new(draft.Statement.Id, null, draft);

    /// <summary>The open item of that number, or the drafted statement of that id.</summary>
    public static async Task<ReviewEntry?> FindAsync(Inquiry inquiry, ModerationDesk desk, string number, CancellationToken cancellationToken)
    {
        if (long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return await desk.Store.FindReviewAsync(value, cancellationToken).ConfigureAwait(false) is { } item ? Of(item) : null;
        return await inquiry.Knowledge.Store.FindStatementAsync(number, cancellationToken).ConfigureAwait(false) is { Statement.Status: StatementStatus.Draft } draft
            ? Of(draft)
            : null;
    }

    /// <summary>What approving the item would record.</summary>
    public static async Task<(StatementPlan? Plan, Problem? Problem)> PlanAsync(Inquiry inquiry, ReviewItem item, CancellationToken cancellationToken)
    {
        var (fields, desk) = (Fields(item)!, inquiry.Desk!);
        var (organisation, isNew, _) = new StatementWorkshop(inquiry, desk).Resolve(fields, "");
        return organisation is null
            ? (null, new Problem(inquiry.Texts[TextKeys.UnknownOrganisation], inquiry.Texts[TextKeys.NewOrganisationMend]))
            : await new StatementPlanner(inquiry, desk).PlanAsync(fields, organisation, isNew, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The item's fields: those that wait for approval, or those that the ingestion reads in what was suggested.</summary>
    public static StatementFields? Fields(ReviewItem item) =>
        item.Content.Draft is { } json ? JsonSerializer.Deserialize(json, StatementFieldsJson.Default.StatementFields)! with { Review = item.Number } : null;

    /// <summary>What a moderator starts from: the first quote of a suggestion, with whom it is attributed to.</summary>
    public static StatementFields Read(Inquiry inquiry, ModerationDesk desk, ReviewItem item)
    {
        var content = item.Content;
        var quotes = content.Text.Length == 0 ? [] : desk.Extractor(inquiry.Knowledge).Extract(new Source { Id = "suggestion", Text = content.Text }).Quotes;
        var found = quotes.FirstOrDefault(quote => quote.Topic == StatementTopic.Why) ?? quotes.FirstOrDefault();
        return new StatementFields
        {
            Organisation = content.OrganisationId ?? found?.Attribution.OrganisationId ?? found?.Attribution.OrganisationName,
            Quote = found?.Quote.Text ?? (content.Text.Length > 0 ? content.Text : null),
            Speaker = found?.Attribution.Speaker,
            Role = found?.Attribution.Role,
            Url = content.Url,
            Reasons = found is null ? null : string.Join(", ", found.Reasons),
            Review = item.Number,
        };
    }

    public string KindIn(Texts texts) => texts[Item?.Content.Kind switch
    {
        ReviewKind.Suggestion => TextKeys.ReviewSuggestion,
        ReviewKind.Report => TextKeys.ReviewReport,
        ReviewKind.Approval => TextKeys.ReviewApproval,
        _ => TextKeys.ReviewDraft,
    }];

    public string? ByIn(Texts texts) => Item is null ? texts.Citation(Draft!.Citation) : texts.With(TextKeys.ReviewBy, History.Who(Item.Author, texts), History.When(Item.At, texts));
}
