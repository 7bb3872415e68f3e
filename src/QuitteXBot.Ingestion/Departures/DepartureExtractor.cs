using System.Collections.Immutable;
using QuitteXBot.Core;
using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Sources;
using QuitteXBot.Ingestion.Attribution.Mentions;
using QuitteXBot.Ingestion.Attribution.Words;
using QuitteXBot.Ingestion.Platforms;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Departures;

/// <summary>
/// Finds who leaves X, stays on it or comes back to it, when, and which networks they keep and join. What is only considered, wished for, called for
/// or asked is no departure; neither is a text that only mentions X.
/// </summary>
public sealed class DepartureExtractor(IOrganisationResolver names, Catalogue catalogue)
{
    private readonly PlatformFinder platforms = new(catalogue);
    private readonly Lexicon lexicon = new();

    /// <param name="document">Of the source's text.</param>
    /// <param name="quotes">The document's quotes with their attribution: "nous quittons X" is said for whoever says it.</param>
    /// <param name="source">Its day of publication places relative dates.</param>
    public ImmutableArray<ExtractedDeparture> Extract(Document document, IReadOnlyList<ExtractedQuote> quotes, Source source)
    {
        var words = new Words.WordList(document.Text);
        var found = platforms.Find(words);
        if (!found.Any(platform => platform.Key == PlatformFinder.Left))
            return [];
        var reading = new DepartureReading(document, words, found, source.Published);
        var networks = new NetworkMentions(reading);
        var triggers = new TriggerFinder(reading, networks);
        var told = Enumerable.Range(0, reading.Sentences.Count).SelectMany(triggers.Find).ToList();
        if (told.Count == 0)
            return [];
        var looked = new Reading(document, lexicon);
        var actors = Actors(reading, networks, looked, quotes).Find(new PhraseFinder(looked).Find(), told.Select(trigger => trigger.Sentence));
        var book = new DepartureTeller(reading, new ActorList(actors), new QuoteSpeakers(quotes, document, names)).Tell(told);
        return book.Finish(document.Text, catalogue);
    }

    private ActorFinder Actors(DepartureReading reading, NetworkMentions networks, Reading looked, IReadOnlyList<ExtractedQuote> quotes)
    {
        var words = new PhraseWords(reading, networks);
        var known = new ActorNames(names);
        var mentions = new MentionFinder(reading, known);
        var speakers = quotes.Select(quote => quote.Attribution.Speaker).OfType<string>().ToHashSet();
        var reader = new ActorReader(reading, looked, words, known, mentions, networks, speakers);
        return new ActorFinder(reading, words, new PhraseRefiner(reading.Document, words, networks), reader, mentions);
    }
}
