using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Departures;

/// <summary>Who "nous" and "je" are inside a quote.</summary>
internal sealed class QuoteSpeakers
{
    private readonly List<(int Start, int End, Core.Statements.Attribution Attribution)> quotes;
    private readonly IOrganisationResolver names;

    public QuoteSpeakers(IReadOnlyList<ExtractedQuote> extracted, Document document, IOrganisationResolver names)
    {
        this.names = names;
        quotes = [.. extracted.Where(quote => quote.Attribution.Basis != AttributionBasis.Unstated)
            .Select(quote => (CodePoints.ToUtf16(document.Text, quote.Quote.Start), CodePoints.ToUtf16(document.Text, quote.Quote.End), quote.Attribution))];
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

    private Core.Statements.Attribution? At(int place) => quotes.Find(quote => quote.Start <= place && place < quote.End).Attribution;
}
