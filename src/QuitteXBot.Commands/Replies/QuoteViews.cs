using System.Collections.Immutable;
using QuitteXBot.Commands.Knowledge;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Core;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Searching;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Commands.Replies;

/// <summary>Statements and paragraphs → what every platform shows of them.</summary>
internal sealed class QuoteViews(IKnowledge knowledge, Texts texts)
{
    public QuoteView Of(CitedStatement cited)
    {
        var statement = cited.Statement;
        var attribution = statement.Attribution;
        return new QuoteView(
            statement,
            cited.Citation,
            OrganisationName(attribution),
            statement.Quote.Text,
            IsExcerpt: false,
            AttributionLine(statement, cited.Citation),
            texts.Citation(cited.Citation),
            Remarks(statement, cited.Citation))
        {
            ReasonLabels = statement.Topic == StatementTopic.Why ? Labels(statement.Reasons, knowledge.Catalogue) : [],
        };
    }

    public ImmutableArray<QuoteView> Of(ImmutableArray<CitedStatement> statements)
    {
        var quotes = ImmutableArray.CreateBuilder<QuoteView>(statements.Length);
        foreach (var statement in statements)
            quotes.Add(Of(statement));
        return quotes.MoveToImmutable();
    }

    /// <summary>A part of a source as an excerpt. <paramref name="shown"/> is the part of it that answers.</summary>
    public QuoteView Excerpt(Source source, int start, int end, string text, string shown)
    {
        var quote = new Quote(
            source.Id,
            start,
            end,
            text,
            CodePoints.Slice(source.Text, Math.Max(0, start - Quote.ContextLength), start) ?? string.Empty,
            Suffix(source.Text, CodePoints.ToUtf16(source.Text, end)));
        var statement = new Statement { Id = new ParagraphId(source.Id, start, end).ToString(), Quote = quote, Attribution = Attribution.Unstated };
        var citation = new Citation(
            source.Id, source.Outlet, source.Title, source.Published, source.Url, start, end, quote.Prefix, quote.Suffix);
        return new QuoteView(statement, citation, null, shown, IsExcerpt: true, ExcerptLine(source), texts.Citation(citation), []);
    }

    private string ExcerptLine(Source source) =>
        source.Author is { } author ? texts.With(TextKeys.ExcerptOfArticleBy, author) : texts[TextKeys.ExcerptOfArticle];

    private static string Suffix(string text, int from)
    {
        var to = from;
        for (var i = 0; i < Quote.ContextLength && to < text.Length; i++)
            to += to + 1 < text.Length && char.IsSurrogatePair(text[to], text[to + 1]) ? 2 : 1;
        return text[from..to];
    }

    private string? OrganisationName(Attribution attribution) =>
        attribution.OrganisationId is { } id && knowledge.Names.Find(id) is { } organisation ? organisation.Name : attribution.OrganisationName;

    private string AttributionLine(Statement statement, Citation citation)
    {
        var attribution = statement.Attribution;
        var organisation = OrganisationName(attribution);
        var speaker = attribution.Speaker is { } name && attribution.Role is { } role ? $"{name}, {role}" : attribution.Speaker ?? attribution.Role;
        var line = (speaker, organisation) switch
        {
            _ when attribution.Basis == AttributionBasis.Unstated => texts[TextKeys.Unattributed],
            (null, null) => texts[TextKeys.Unattributed],
            (null, _) => organisation,
            (_, null) => speaker,
            _ => $"{speaker} — {organisation}",
        };
        return statement.SaidOn is { } said && said != citation.Published ? $"{line} ({texts.Date(said)})" : line!;
    }

    private ImmutableArray<string> Remarks(Statement statement, Citation citation)
    {
        var remarks = ImmutableArray.CreateBuilder<string>();
        if (statement.Quote.Truncated)
            remarks.Add(texts[TextKeys.RemarkTruncated]);
        if (statement.Attribution.Basis == AttributionBasis.Inferred)
            remarks.Add(texts[TextKeys.RemarkInferred]);
        if (statement.Quote.Heading)
            remarks.Add(texts[TextKeys.RemarkHeading]);
        if (citation.Page is { State: not PageState.Present } page)
            remarks.Add(texts.Page(page));
        return remarks.ToImmutable();
    }

    private ImmutableArray<string> Labels(ImmutableArray<string> reasons, Catalogue catalogue) => [.. reasons.Select(key => texts.Reason(catalogue, key))];
}
