using QuitteXBot.Core.Organisations;
using QuitteXBot.Ingestion.Attribution.Mentions;
using QuitteXBot.Ingestion.Attribution.Words;
using QuitteXBot.Ingestion.Dates;

namespace QuitteXBot.Ingestion.Departures;

/// <summary>Finds those who may leave: organisations and persons outside quotation marks, each with what it stands for.</summary>
internal sealed class ActorFinder(DepartureReading reading, Reading lexicon, ActorNames names, NetworkMentions networks, IReadOnlySet<string> speakers)
{
    private readonly List<Actor> actors = [];

    private const int CalledByPlace = (1 << (int)OrganisationKind.Region) | (1 << (int)OrganisationKind.Departement) | (1 << (int)OrganisationKind.Commune)
        | (1 << (int)OrganisationKind.Epci) | (1 << (int)OrganisationKind.University) | (1 << (int)OrganisationKind.Hospital);

    // The last organisation named so far, and the first of all, of each kind.
    private readonly Dictionary<OrganisationKind, Actor> named = [];
    private IReadOnlyList<Actor> later = [];
    private HashSet<string> persons = [];
    private readonly MentionFinder mentions = new(reading, names);

    /// <summary>
    /// In the order of the text. An organisation in a person's role follows that person, as a complement. In the sentences that tell of departures
    /// the gazetteer's names count even where the phrases missed them.
    /// </summary>
    public IReadOnlyList<Actor> Find(IReadOnlyList<Phrase> phrases, IEnumerable<int> tellingSentences)
    {
        persons = [.. phrases.Where(IsSurelyPerson).Select(phrase => Words(phrase.Name))];
        var read = phrases.Where(phrase => phrase.Kind != PhraseKind.Document && !IsNetwork(phrase)).SelectMany(Apart).Select(WithoutPlatform).Select(AsDescription).Select(phrase => (Phrase: phrase, Actor: Read(phrase))).ToList();
        for (var i = read.Count - 1; i > 0; i--)
        {
            if (!IsNounOf(read[i - 1].Phrase, read[i - 1].Actor, read[i].Actor))
                continue;
            var (noun, name) = (read[i - 1].Actor!, read[i].Actor!);
            read[i] = (read[i].Phrase, name with { First = noun.First, Preposition = noun.Preposition, OrganisationKind = name.OrganisationId is null ? noun.OrganisationKind : name.OrganisationKind });
            read.RemoveAt(i - 1);
        }

        later = [.. read.Select(entry => entry.Actor).OfType<Actor>().Where(actor => actor is { Kind: ActorKind.Organisation, Stated: true }).DistinctBy(actor => actor.OrganisationKind)];
        foreach (var (phrase, actor) in read)
        {
            Add(actor ?? Generic(phrase));
            if (phrase.Kind != PhraseKind.Organisation && phrase.Organisation is { Generic: false } role)
                Add(Organisation(role, phrase, "de"));
        }

        var taken = actors.SelectMany(actor => Enumerable.Range(actor.First, actor.End - actor.First)).ToHashSet();
        foreach (var sentence in tellingSentences.Distinct())
            actors.AddRange(mentions.In(sentence).Where(mention => !reading.IsQuoted(mention.First) && !Enumerable.Range(mention.First, mention.End - mention.First).Any(taken.Contains)));
        actors.Sort((left, right) => left.First != right.First ? left.First.CompareTo(right.First) : right.End.CompareTo(left.End));
        // "Homme" of the "Ligue des droits de l'Homme" is nobody of his own.
        var end = 0;
        actors.RemoveAll(actor =>
        {
            var inside = actor.Kind is ActorKind.Unnamed or ActorKind.Group && actor.End <= end;
            end = Math.Max(end, actor.End);
            return inside;
        });
        return actors;
    }

    // "le club de football Olympique Lavallois": the noun and its name are one.
    private bool IsNounOf(Phrase phrase, Actor? noun, Actor? name) =>
        noun is { Kind: ActorKind.Organisation, OrganisationId: null } && name is { Kind: ActorKind.Organisation } && phrase.Organisation is { Head: not null, Name.IsNone: true }
        && noun.End == name.First && reading.Words.Adjoins(noun.End - 1) && reading.Words[name.First].Capital;

    // "la Ligue des droits de l'Homme, Terre Commune et la Ruche": a list, though "la fédération des banques, Febelfin" is one.
    private IEnumerable<Phrase> Apart(Phrase phrase)
    {
        var tokens = reading.Document.Tokens;
        if (phrase is not { Kind: PhraseKind.Organisation, Organisation: { Head: not null, Name.IsNone: false } organisation } || organisation.Name.First <= organisation.All.End
            || !tokens[organisation.All.First].IsCapitalised || !tokens[organisation.All.End].Is(","))
            return [phrase];
        var name = organisation.Name;
        return
        [
            phrase with { All = new Run(phrase.All.First, organisation.All.End), Organisation = organisation with { Name = Run.None } },
            new Phrase(PhraseKind.Organisation, name) { Organisation = new OrganisationPhrase(name, null, 0, name, false, Gender.Unknown, false) },
        ];
    }

    // "Facebook et Instagram pour la Région, LinkedIn pour…": the network behind the comma is no name of the Région.
    private Phrase WithoutPlatform(Phrase phrase)
    {
        if (phrase is not { Kind: PhraseKind.Organisation, Organisation: { Name.IsNone: false } organisation } || organisation.Name.First <= organisation.All.First || !IsPlatform(organisation.Name))
            return phrase;
        var end = organisation.Name.First;
        while (end > organisation.All.First + 1 && !reading.Document.Tokens[end - 1].IsWord)
            end--;
        var rest = new Run(organisation.All.First, end);
        return phrase with { All = new Run(phrase.All.First, end), Name = Run.None, Organisation = organisation with { All = rest, Name = Run.None, Generic = rest.End - rest.First == 1 } };
    }

    // "le quotidien régional": no name, so one named before is meant.
    private Phrase AsDescription(Phrase phrase) =>
        phrase is { Kind: PhraseKind.Organisation, Organisation: { Generic: false, Name.IsNone: true } organisation } && !Words(organisation.All).Any(char.IsUpper)
            ? phrase with { Organisation = organisation with { Generic = true } } : phrase;

    // "du réseau social", "la plateforme": what is left, not who leaves.
    private bool IsNetwork(Phrase phrase) => phrase is { Kind: PhraseKind.Organisation, Organisation: { } organisation } && networks.IsAt(Range(organisation.All).First);

    private Actor? Read(Phrase phrase)
    {
        switch (phrase.Kind)
        {
            case PhraseKind.Person:
                var name = Words(phrase.Name);
                var (first, end) = Range(phrase.All);
                if (!IsPerson(phrase))
                    return IsPlatform(phrase.Name) ? null : Named(name, first, end, phrase.Preposition);
                return IsPlatform(phrase.Name) ? null : new Actor(first, end, ActorKind.Person, name, true) { Preposition = phrase.Preposition, OfNetwork = ServesNetwork(phrase) };
            case PhraseKind.Description:
                var (from, to) = Range(phrase.All);
                return new Actor(from, to, phrase.Plural ? ActorKind.Group : ActorKind.Unnamed, Words(phrase.All), true) { Preposition = phrase.Preposition };
            case PhraseKind.Organisation when phrase.Organisation is { Generic: false } organisation:
                return Organisation(organisation, phrase, phrase.Preposition);
            default:
                return null;
        }
    }

    // Two capitalised words may be a person or a body ("Emmaüs France"): a given name, a title or a function tells, here or elsewhere in the document.
    private bool IsPerson(Phrase phrase) => IsSurelyPerson(phrase) || persons.Contains(Words(phrase.Name));

    private bool IsSurelyPerson(Phrase phrase) =>
        phrase.Kind == PhraseKind.Person
        && (!phrase.Function.IsNone || phrase.Name.First > phrase.All.First || (phrase.Name.End - phrase.Name.First > 1 && lexicon.Is(phrase.Name.First, WordClass.GivenName)) || speakers.Contains(Words(phrase.Name)));

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

    private Actor? Organisation(OrganisationPhrase organisation, Phrase phrase, string? preposition)
    {
        if (IsPlatform(organisation.Name.IsNone ? organisation.All : organisation.Name))
            return null;
        if (organisation.Head is null && ReferenceEquals(organisation, phrase.Organisation) && phrase.Kind == PhraseKind.Organisation && mentions.At(Range(phrase.All).First) is null)
            return Named(Words(organisation.All), Range(phrase.All).First, Range(phrase.All).End, preposition);
        var whole = ReferenceEquals(organisation, phrase.Organisation) && phrase.Kind == PhraseKind.Organisation ? phrase.All : organisation.All;
        var (first, end) = Range(whole);
        if (organisation.Plural && organisation.Name.IsNone)
            return new Actor(first, end, ActorKind.Group, Words(organisation.All), false) { Preposition = preposition };
        if (mentions.NounBefore(first, preposition) is >= 0 and var noun)
            (first, preposition) = (noun, null);
        var known = names.Resolve(Words(organisation.All), organisation.Name.IsNone ? null : Words(organisation.Name), organisation.Kinds);
        // The gazetteer knows better where a name ends: "université Rennes 2", "la Ville de Rennes du réseau social".
        if ((known is null || (end < reading.Words.Count && char.IsAsciiDigit(reading.Words.At(end)[0]))) && mentions.At(first) is { } mention)
            return mention with { First = first, Preposition = preposition };
        return known is null
            ? new Actor(first, end, ActorKind.Organisation, Words(ProperName(organisation)), true) { OrganisationKind = OrganisationGuess.Kind(organisation.Kinds, Words(organisation.All)), Preposition = preposition }
            : new Actor(first, end, ActorKind.Organisation, known.Name, true) { OrganisationId = known.Id, OrganisationKind = known.Kind, Preposition = preposition };
    }

    // "le quotidien La Voix du Nord" is called La Voix du Nord; "l'université Lumière" keeps its noun, as do all that are called by a place.
    private Run ProperName(OrganisationPhrase organisation)
    {
        var noun = reading.Document.Tokens[organisation.All.First];
        return organisation.Name.IsNone || organisation.Name.First <= organisation.All.First || noun.IsCapitalised || (organisation.Kinds & CalledByPlace) != 0
            ? organisation.All : new Run(organisation.Name.First, Math.Max(organisation.Name.End, organisation.All.End));
    }

    // "la Région", "l'établissement": the last one named of such a kind, else the first one named later.
    private Actor? Generic(Phrase phrase)
    {
        if (phrase.Kind != PhraseKind.Organisation || phrase.Organisation is not { Generic: true } organisation || IsPlatform(organisation.All))
            return null;
        var (first, end) = Range(phrase.All);
        if (phrase.Plural)
            return new Actor(first, end, ActorKind.Group, Words(phrase.All), false) { Preposition = phrase.Preposition };
        if (!phrase.Definite && phrase.Preposition is not ("du" or "au"))
            return new Actor(first, end, ActorKind.Unnamed, Words(phrase.All), false) { Preposition = phrase.Preposition };
        var meant = named.Values.Where(actor => Stands(actor, organisation.Kinds)).MaxBy(actor => actor.First) ?? later.FirstOrDefault(actor => Stands(actor, organisation.Kinds));
        return meant is null
            ? new Actor(first, end, ActorKind.Unnamed, Words(phrase.All), false) { Preposition = phrase.Preposition }
            : meant with { First = first, End = end, Stated = false, Preposition = phrase.Preposition };
    }

    private void Add(Actor? actor)
    {
        if (actor is null)
            return;
        actors.Add(actor);
        if (actor is { Kind: ActorKind.Organisation, Stated: true })
            named[actor.OrganisationKind] = actor;
    }

    private static bool Stands(Actor actor, int kinds) => kinds == 0 || (kinds & (1 << (int)actor.OrganisationKind)) != 0;

    private bool ServesNetwork(Phrase phrase)
    {
        if (phrase.Function.IsNone)
            return false;
        var (first, end) = Range(phrase.Function);
        for (var word = first; word < end; word++)
        {
            if (networks.IsAt(word))
                return true;
        }

        return false;
    }

    private bool IsPlatform(Run run)
    {
        var (first, _) = Range(run);
        return first < reading.Words.Count && (networks.IsNamedAt(first) || reading.IsPlatform(first));
    }

    private (int First, int End) Range(Run run)
    {
        var tokens = reading.Document.Tokens;
        return (reading.Words.IndexFrom(tokens[run.First].Start), reading.Words.IndexFrom(tokens[run.End - 1].End));
    }

    private string Words(Run run)
    {
        var tokens = reading.Document.Tokens;
        var first = run.First;
        // The determiner is no part of a name; a capital one is ("Le Monde", "La Cimade").
        while (first < run.End - 1 && tokens[first].Lower is "le" or "la" or "l'" or "les" or "un" or "une" or "des" or "du" or "de" or "the" && !tokens[first].IsCapitalised)
            first++;
        return string.Join(' ', reading.Document.Text[tokens[first].Start..tokens[run.End - 1].End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
