using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Exchange;

/// <summary>What makes a file that can be read no export.</summary>
internal static class ExchangeFaults
{
    /// <summary>The first fault, or null.</summary>
    public static string? First(ExchangeDocument document)
    {
        if (document.Sources.IsDefault || document.Organisations.IsDefault || document.Statements.IsDefault || document.Reports.IsDefault
            || document.Log is { Revisions.IsDefault: true } or { Texts.IsDefault: true } or { Pages: null })
            return "has null in place of a list.";
        var texts = new Dictionary<string, string>();
        foreach (var source in document.Sources)
        {
            if (!texts.TryAdd(source.Id, source.Text))
                return $"has the source {source.Id} twice.";
        }

        return FirstStray(document, texts);
    }

    /// <summary>Whether the statement's quote is what stands at its place in the source's present text.</summary>
    public static bool StandsIn(Statement statement, Dictionary<string, string> texts) =>
        texts.TryGetValue(statement.Quote.SourceId, out var text) && CodePoints.Slice(text, statement.Quote.Start, statement.Quote.End) == statement.Quote.Text;

    private static string? FirstStray(ExchangeDocument document, Dictionary<string, string> texts)
    {
        var organisations = document.Organisations.Select(organisation => organisation.Id).ToHashSet();
        foreach (var statement in document.Statements)
        {
            var quote = statement.Quote;
            if (document.Log is not null && statement.Status == StatementStatus.Withdrawn && !StandsIn(statement, texts))
                continue;
            if (!texts.ContainsKey(quote.SourceId))
                return $"lacks the source {quote.SourceId} of the statement {statement.Id}.";
            if (!StandsIn(statement, texts) || statement.Id != StatementId.Of(quote.SourceId, quote.Start, quote.End))
                return $"has a statement {statement.Id} whose quote is not its source's words at its place.";
            if (statement.Attribution.OrganisationId is { } id && !organisations.Contains(id))
                return $"lacks the organisation {id} of the statement {statement.Id}.";
        }

        return document.Reports.FirstOrDefault(report => report.OrganisationId is { } id && !organisations.Contains(id)) is { } orphan
            ? $"lacks the organisation {orphan.OrganisationId} of the report {orphan.Id}."
            : null;
    }
}
