using QuitteXBot.Core.Organisations;
using QuitteXBot.Ingestion.Attribution.Mentions;
using QuitteXBot.Ingestion.Attribution.Words;
using QuitteXBot.Ingestion.Dates;

namespace QuitteXBot.Ingestion.Departures;

/// <summary>Phrases → those whom they name.</summary>
/// <param name="speakers">Names of those who are quoted: persons, whatever they are called.</param>
internal sealed class ActorReader(
    DepartureReading reading, Reading lexicon, PhraseWords words, ActorNames names, MentionFinder mentions, NetworkMentions networks, IReadOnlySet<string> speakers)
{
    private const int CalledByPlace = (1 << (int)OrganisationKind.Region) | (1 << (int)OrganisationKind.Departement) | (1 << (int)OrganisationKind.Commune)
        | (1 << (int)OrganisationKind.Epci) | (1 << (int)OrganisationKind.University) | (1 << (int)OrganisationKind.Hospital);

    private HashSet<string> persons = [];

    /// <summary>Notes which names are persons' beyond doubt anywhere in the document.</summary>
    public void Learn(IEnumerable<Phrase> phrases) => persons = [.. phrases.Where(IsSurelyPerson).Select(phrase => words.Text(phrase.Name))];

    /// <summary>Whom the phrase names; null for a noun that stands for one named elsewhere, and where it names nobody.</summary>
    public Actor? Read(Phrase phrase)
    {
        switch (phrase.Kind)
        {
            case PhraseKind.Person:
                var name = words.Text(phrase.Name);
                var (first, end) = words.Range(phrase.All);
                if (!IsPerson(phrase))
                    return words.IsPlatform(phrase.Name) ? null : Named(name, first, end, phrase.Preposition);
                return words.IsPlatform(phrase.Name) ? null : new Actor(first, end, ActorKind.Person, name, true) { Preposition = phrase.Preposition, OfNetwork = ServesNetwork(phrase) };
            case PhraseKind.Description:
                var (from, to) = words.Range(phrase.All);
                return new Actor(from, to, phrase.Plural ? ActorKind.Group : ActorKind.Unnamed, words.Text(phrase.All), true) { Preposition = phrase.Preposition };
            case PhraseKind.Organisation when phrase.Organisation is { Generic: false } organisation:
                return Organisation(organisation, phrase, phrase.Preposition);
            default:
                return null;
        }
    }

    // Two capitalised words may be a person or a body ("Emmaüs France"): a given name, a title or a function tells, here or elsewhere in the document.
    private bool IsPerson(Phrase phrase) => IsSurelyPerson(phrase) || persons.Contains(words.Text(phrase.Name));

    private bool IsSurelyPerson(Phrase phrase) =>
        phrase.Kind == PhraseKind.Person
        && (!phrase.Function.IsNone || phrase.Name.First > phrase.All.First || (phrase.Name.End - phrase.Name.First > 1 && lexicon.Is(phrase.Name.First, WordClass.GivenName)) || speakers.Contains(words.Text(phrase.Name)));

    private Actor? Named(string name, int first, int end, string? preposition)
    {
        if (CalendarWords.Weekdays.ContainsKey(reading.Words.At(first)) || CalendarWords.Months.ContainsKey(reading.Words.At(first)))
            return null;
        if (mentions.NounBefore(first, preposition) is >= 0 and var noun)
            (first, preposition) = (noun, null);
        return names.Resolve(name, null, 0) is { } known
            ? new Actor(first, end, ActorKind.Organisation, known.Name, true) { OrganisationId = known.Id, OrganisationKind = known.Kind, Preposition = preposition }
            : new Actor(first, end, ActorKind.Organisation, name, true) { OrganisationKind = OrganisationGuess.Kind(0, name), Preposition = preposition };
    }

    /// <param name="organisation">Of the phrase: itself, or the one that a person's function names.</param>
    public Actor? Organisation(OrganisationPhrase organisation, Phrase phrase, string? preposition)
    {
        if (words.IsPlatform(organisation.Name.IsNone ? organisation.All : organisation.Name))
            return null;
        if (organisation.Head is null && ReferenceEquals(organisation, phrase.Organisation) && phrase.Kind == PhraseKind.Organisation && mentions.At(words.Range(phrase.All).First) is null)
            return Named(words.Text(organisation.All), words.Range(phrase.All).First, words.Range(phrase.All).End, preposition);
        var whole = ReferenceEquals(organisation, phrase.Organisation) && phrase.Kind == PhraseKind.Organisation ? phrase.All : organisation.All;
        var (first, end) = words.Range(whole);
        if (organisation.Plural && organisation.Name.IsNone)
            return new Actor(first, end, ActorKind.Group, words.Text(organisation.All), false) { Preposition = preposition };
        if (mentions.NounBefore(first, preposition) is >= 0 and var noun)
            (first, preposition) = (noun, null);
        var known = names.Resolve(words.Text(organisation.All), organisation.Name.IsNone ? null : words.Text(organisation.Name), organisation.Kinds);
        // The gazetteer knows better where a name ends: "université Rennes 2", "la Ville de Rennes du réseau social".
        if ((known is null || (end < reading.Words.Count && char.IsAsciiDigit(reading.Words.At(end)[0]))) && mentions.At(first) is { } mention)
            return mention with { First = first, Preposition = preposition };
        return known is null
            ? new Actor(first, end, ActorKind.Organisation, words.Text(ProperName(organisation)), true) { OrganisationKind = OrganisationGuess.Kind(organisation.Kinds, words.Text(organisation.All)), Preposition = preposition }
            : new Actor(first, end, ActorKind.Organisation, known.Name, true) { OrganisationId = known.Id, OrganisationKind = known.Kind, Preposition = preposition };
    }

    // "le quotidien La Voix du Nord" is called La Voix du Nord; "l'université Lumière" keeps its noun, as do all that are called by a place.
    private Run ProperName(OrganisationPhrase organisation)
    {
        var noun = reading.Document.Tokens[organisation.All.First];
        return organisation.Name.IsNone || organisation.Name.First <= organisation.All.First || noun.IsCapitalised || (organisation.Kinds & CalledByPlace) != 0
            ? organisation.All : new Run(organisation.Name.First, Math.Max(organisation.Name.End, organisation.All.End));
    }

    private bool ServesNetwork(Phrase phrase)
    {
        if (phrase.Function.IsNone)
            return false;
        var (first, end) = words.Range(phrase.Function);
        for (var word = first; word < end; word++)
        {
            if (networks.IsAt(word))
                return true;
        }

        return false;
    }
}
