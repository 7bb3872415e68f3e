using System.Collections.Immutable;
using QuitteXBot.Core;
using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Ingestion.Attribution;
using QuitteXBot.Ingestion.Departures;
using QuitteXBot.Ingestion.Inputs;
using QuitteXBot.Ingestion.Quotes;
using QuitteXBot.Ingestion.Reasons;
using QuitteXBot.Ingestion.Text;
using QuitteXBot.Ingestion.Topics;

namespace QuitteXBot.Ingestion;

/// <summary>Reads a document for quotes, who said them, the reasons that they give and the departures that it reports. Thread-safe.</summary>
public sealed class Extractor : IExtractor
{
    /// <summary>What the confidence of every field of a quote is multiplied by in a document that looks damaged.</summary>
    private const double Doubt = 0.4;

    private readonly QuoteAttributor attributor;
    private readonly ReasonFinder reasons;
    private readonly TopicClassifier topics;
    private readonly DepartureExtractor departures;

    public Extractor(Catalogue catalogue, IOrganisationResolver names)
    {
        attributor = new QuoteAttributor(names);
        reasons = new ReasonFinder(catalogue);
        topics = new TopicClassifier(reasons);
        departures = new DepartureExtractor(names, catalogue);
    }

    public ExtractionResult Extract(Source source)
    {
        var document = Document.Read(source.Text);
        var flags = DocumentFlags.Of(document);
        var builder = new QuoteBuilder(source.Id, source.Text);
        var quotes = attributor.Attribute(document).Select(quote => Begin(quote, builder, flags.IsEmpty ? 1 : Doubt)).ToImmutableArray();
        var left = departures.Extract(document, quotes, source);
        return new ExtractionResult(source.Id, [.. quotes.Select(quote => Complete(quote, left))], left, flags);
    }

    private ExtractedQuote Begin(AttributedQuote quote, QuoteBuilder builder, double trust)
    {
        var found = reasons.Find(builder.Text(quote.Span));
        return new ExtractedQuote
        {
            Quote = builder.Build(quote.Span, quote.Heading),
            Attribution = quote.Attribution,
            Topic = StatementTopic.Other,
            Reasons = [.. found.Select(reason => reason.Key)],
            Confidence = new Confidence(quote.QuoteConfidence * trust, quote.SpeakerConfidence * trust, quote.OrganisationConfidence * trust, trust),
            Evidence = [.. quote.Evidence, .. found.Select(reason => new Evidence("reason", reason.Key, reason.Words))],
        };
    }

    private ExtractedQuote Complete(ExtractedQuote quote, ImmutableArray<ExtractedDeparture> left)
    {
        var topic = topics.Classify(quote.Quote.Text, quote.Attribution, left);
        return quote with { Topic = topic.Topic, Evidence = quote.Evidence.Add(new Evidence("topic", topic.Rule, topic.Words)) };
    }
}
