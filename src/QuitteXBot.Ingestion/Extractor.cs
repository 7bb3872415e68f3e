using System.Collections.Immutable;
using QuitteXBot.Core;
using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Ingestion.Attribution;
using QuitteXBot.Ingestion.Quotes;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion;

/// <summary>Reads a document for quotes, who said them, reasons and departures. Thread-safe.</summary>
public sealed class Extractor(Catalogue catalogue, IOrganisationResolver names) : IExtractor
{
    private readonly QuoteAttributor attributor = new(names);

    public ExtractionResult Extract(Source source)
    {
        var document = Document.Read(source.Text);
        var attributed = attributor.Attribute(document);
        var builder = new QuoteBuilder(source.Id, source.Text);
        var quotes = attributed.Select(quote => Complete(quote, builder)).ToImmutableArray();
        return new ExtractionResult(source.Id, quotes, [], []);
    }

    private ExtractedQuote Complete(AttributedQuote quote, QuoteBuilder builder) => new()
    {
        Quote = builder.Build(quote.Span, quote.Heading),
        Attribution = quote.Attribution,
        Topic = StatementTopic.Other,
        Confidence = new Confidence(quote.QuoteConfidence, quote.SpeakerConfidence, quote.OrganisationConfidence, catalogue.Reasons.IsEmpty ? 1 : 1),
        Evidence = quote.Evidence,
    };
}
