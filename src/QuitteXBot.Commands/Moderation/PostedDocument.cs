using System.Collections.Immutable;
using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Sources;

namespace QuitteXBot.Commands.Moderation;

/// <summary>A document that a moderator posted and what was found in it. It is stored with the first finding that is confirmed.</summary>
internal sealed record PostedDocument(Source Source, ImmutableArray<ExtractedQuote> Quotes, ImmutableArray<ExtractedDeparture> Departures, bool IsDoubtful)
{
    public int Findings => Quotes.Length + Departures.Length;

    public static PostedDocument Of(Source source, IExtractor extractor)
    {
        var found = extractor.Extract(source);
        return new PostedDocument(
            source,
            found.Quotes,
            [.. found.Departures.Where(departure => departure.Person is null)],
            !found.Flags.IsEmpty);
    }

    /// <param name="finding">From 1.</param>
    /// <param name="draft">The id under which the document waits.</param>
    public StatementFields FieldsOf(int finding, string draft)
    {
        var found = Quotes[finding - 1];
        return Fields(draft) with
        {
            Organisation = found.Attribution.OrganisationId ?? found.Attribution.OrganisationName,
            Quote = found.Quote.Text,
            Speaker = found.Attribution.Speaker,
            Role = found.Attribution.Role,
            Reasons = string.Join(", ", found.Reasons),
            Finding = finding,
        };
    }

    /// <summary>What is known of a statement because it stands in this document.</summary>
    public StatementFields Fields(string draft) => new()
    {
        Url = Source.Url,
        Outlet = Source.Outlet,
        Title = Source.Title,
        Published = Source.Published?.ToString(),
        Source = Source.Id,
        Document = draft,
    };
}
