using System.Collections.Immutable;
using QuitteXBot.Core.Extraction;
using QuitteXBot.Ingestion.Quotes;

namespace QuitteXBot.Ingestion.Attribution;

/// <summary>A span that reports words, and who said them.</summary>
/// <param name="Span">Where it stands, UTF-16.</param>
/// <param name="Heading">In a title or an intertitle.</param>
/// <param name="QuoteConfidence">How sure it is that these words are reported, 0 to 1.</param>
/// <param name="SpeakerConfidence">How sure the speaker is, 0 to 1.</param>
/// <param name="OrganisationConfidence">How sure the organisation is, 0 to 1.</param>
public sealed record AttributedQuote(
    QuoteSpan Span,
    Core.Statements.Attribution Attribution,
    bool Heading,
    double QuoteConfidence,
    double SpeakerConfidence,
    double OrganisationConfidence,
    ImmutableArray<Evidence> Evidence);
