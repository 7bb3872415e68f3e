using System.Collections.Immutable;
using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Ingestion.Attribution.Entities;
using QuitteXBot.Ingestion.Attribution.Mentions;
using QuitteXBot.Ingestion.Attribution.Speakers;
using QuitteXBot.Ingestion.Attribution.Words;
using QuitteXBot.Ingestion.Quotes;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Attribution;

/// <summary>Finds the quotes of a document and who said each. Thread-safe.</summary>
public sealed class QuoteAttributor(IOrganisationResolver names)
{
    private readonly Lexicon lexicon = new();

    /// <summary>The quotes in the order of the text; titles, names and scare quotes are left out, and so are quotes inside quotes.</summary>
    public ImmutableArray<AttributedQuote> Attribute(Document document)
    {
        if (document.Spans.IsEmpty)
            return [];
        var reading = new InciseSplitter(new Reading(document, lexicon)).Split();
        document = reading.Document;
        var mentions = new MentionIndex(EntityBook.Resolve(reading, new PhraseFinder(reading).Find()));
        var findings = new SpeakerFinder(reading, mentions).Find();
        HeadingEchoes.Complete(reading, findings);
        HeadingEchoes.CompleteOnlySpeaker(reading, findings);
        var official = new OfficialNames(names);
        var quotes = ImmutableArray.CreateBuilder<AttributedQuote>(findings.Count);
        foreach (var (index, finding) in findings)
            quotes.Add(Describe(reading, document.Spans[index], finding, official));
        return quotes.DrainToImmutable();
    }

    private static AttributedQuote Describe(Reading reading, QuoteSpan span, Finding finding, OfficialNames official)
    {
        var heading = reading.Document.Paragraphs[span.Paragraph].Kind == ParagraphKind.Heading;
        var marked = span.Closed ? 1 : span.Truncated ? 0.5 : 0.6;
        var words = finding.Words.IsNone ? "" : reading.Words(finding.Words.First, finding.Words.End);
        if ((finding.Speaker?.SameAs ?? finding.Speaker) is not { } speaker)
            return new AttributedQuote(span, Core.Statements.Attribution.Unstated, heading, marked, finding.Confidence, finding.Confidence, [new Evidence("speaker", finding.Rule, words)]);
        var organisation = speaker.Organisation ?? (speaker.IsPerson ? null : speaker);
        var (id, name) = organisation?.Name is { } said ? official.Of(said, organisation.Head) : (null, null);
        var attribution = new Core.Statements.Attribution(speaker.IsPerson ? speaker.Name : null, speaker.Role, id, name, finding.Basis);
        var evidence = ImmutableArray.Create(new Evidence("speaker", finding.Rule, words));
        if ((speaker.IsPerson ? organisation : speaker)?.Name is { } named)
            evidence = evidence.Add(new Evidence("organisation", SpeakerName.NamedAs, named));
        var sure = organisation is null ? finding.Confidence : finding.Confidence * (id is not null ? 1 : organisation.Generic ? 0.7 : 0.9);
        return new AttributedQuote(span, attribution, heading, marked, finding.Confidence, sure, evidence);
    }
}
