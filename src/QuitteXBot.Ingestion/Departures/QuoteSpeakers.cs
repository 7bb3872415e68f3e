using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Statements;
using QuitteXBot.Ingestion.Text;
using QuitteXBot.Ingestion.Words;

namespace QuitteXBot.Ingestion.Departures;

/// <summary>Who "nous" and "je" are inside a quote.</summary>
internal sealed class QuoteSpeakers
{
    // UTF-16 places, in the order of the text.
    private readonly List<(int Start, int End, Core.Statements.Attribution Attribution)> quotes = [];
    private readonly IOrganisationResolver names;

    public QuoteSpeakers(IReadOnlyList<ExtractedQuote> extracted, Document document, IOrganisationResolver names)
    {
        this.names = names;
        var walk = new CodePointWalk(document.Text);
        foreach (var quote in extracted.Where(quote => quote.Attribution.Basis != AttributionBasis.Unstated).OrderBy(quote => quote.Quote.Start))
        {
            var start = walk.To(quote.Quote.Start);
            quotes.Add((start, start + quote.Quote.Text.Length, quote.Attribution));
        }
    }

    /// <summary>The organisation in whose name the quote at this place is said, or null.</summary>
    public Actor? Organisation(int place, int word)
    {
        if (At(place) is not { OrganisationName: { } name } attribution)
            return null;
        var kind = attribution.OrganisationId is { } id && names.Find(id) is { } known ? known.Kind : OrganisationGuess.Kind(0, name);
        return new Actor(word, word + 1, ActorKind.Organisation, name, true) { OrganisationId = attribution.OrganisationId, OrganisationKind = kind };
    }

    /// <summary>The person who says the quote at this place, or null.</summary>
    public Actor? Person(int place, int word) =>
        At(place) is { Speaker: { } speaker } ? new Actor(word, word + 1, ActorKind.Person, speaker, true) : null;

    // The last quote that begins before the place and still holds it: an inner one before the one around it.
    private Core.Statements.Attribution? At(int place)
    {
        const int Nesting = 4;
        var (low, high) = (0, quotes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (quotes[middle].Start <= place)
                low = middle + 1;
            else
                high = middle;
        }

        for (var i = low - 1; i >= Math.Max(0, low - Nesting); i--)
        {
            if (place < quotes[i].End)
                return quotes[i].Attribution;
        }

        return null;
    }
}
