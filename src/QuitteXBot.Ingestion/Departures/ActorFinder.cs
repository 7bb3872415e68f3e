using QuitteXBot.Core.Organisations;
using QuitteXBot.Ingestion.Attribution.Mentions;

namespace QuitteXBot.Ingestion.Departures;

/// <summary>Finds those who may leave: organisations and persons outside quotation marks, each with what it stands for.</summary>
internal sealed class ActorFinder(DepartureReading reading, PhraseWords words, PhraseRefiner refiner, ActorReader reader, MentionFinder mentions)
{
    private readonly List<Actor> actors = [];

    // The last organisation named so far, and the first of all, of each kind.
    private readonly Dictionary<OrganisationKind, Actor> named = [];
    private IReadOnlyList<Actor> later = [];

    /// <summary>
    /// In the order of the text. An organisation in a person's role follows that person, as a complement. In the sentences that tell of departures
    /// the gazetteer's names count even where the phrases missed them.
    /// </summary>
    public IReadOnlyList<Actor> Find(IReadOnlyList<Phrase> phrases, IEnumerable<int> tellingSentences)
    {
        reader.Learn(phrases);
        var read = WithNouns([.. refiner.Refine(phrases).Select(phrase => new Entry(phrase, reader.Read(phrase)))]);
        var taken = read.Select(entry => entry.Place(words)).SelectMany(place => Enumerable.Range(place.First, place.End - place.First)).ToHashSet();
        var missed = tellingSentences.Distinct().SelectMany(mentions.In)
            .Where(mention => !reading.IsQuoted(mention.First) && !Enumerable.Range(mention.First, mention.End - mention.First).Any(taken.Contains));
        var all = read.Concat(missed.Select(mention => new Entry(null, mention))).OrderBy(entry => entry.Place(words).First).ToList();
        later = [.. all.Select(entry => entry.Actor).OfType<Actor>().Where(actor => actor is { Kind: ActorKind.Organisation, Stated: true }).DistinctBy(actor => actor.OrganisationKind)];
        foreach (var (phrase, actor) in all)
        {
            Add(actor ?? (phrase is null ? null : Generic(phrase)));
            if (phrase is { Kind: not PhraseKind.Organisation, Organisation: { Generic: false } role })
                Add(reader.Organisation(role, phrase, "de"));
        }

        actors.Sort((left, right) => left.First != right.First ? left.First.CompareTo(right.First) : right.End.CompareTo(left.End));
        DropInner();
        return actors;
    }

    // "Homme" of the "Ligue des droits de l'Homme" is nobody of his own.
    private void DropInner()
    {
        var end = 0;
        actors.RemoveAll(actor =>
        {
            var inside = actor.Kind is ActorKind.Unnamed or ActorKind.Group && actor.End <= end;
            end = Math.Max(end, actor.End);
            return inside;
        });
    }

    // "le club de football Olympique Lavallois": the noun and its name are one.
    private List<Entry> WithNouns(List<Entry> read)
    {
        var joined = new List<Entry>(read.Count);
        foreach (var entry in read)
        {
            if (joined.Count > 0 && IsNounOf(joined[^1], entry.Actor))
            {
                var (noun, name) = (joined[^1].Actor!, entry.Actor!);
                joined[^1] = entry with { Actor = name with { First = noun.First, Preposition = noun.Preposition, OrganisationKind = name.OrganisationId is null ? noun.OrganisationKind : name.OrganisationKind } };
            }
            else
            {
                joined.Add(entry);
            }
        }

        return joined;
    }

    private bool IsNounOf(Entry before, Actor? name) =>
        before is { Actor: { Kind: ActorKind.Organisation, OrganisationId: null } noun, Phrase.Organisation: { Head: not null, Name.IsNone: true } }
        && name is { Kind: ActorKind.Organisation } && noun.End == name.First && reading.Words.Adjoins(noun.End - 1) && reading.Words[name.First].Capital;

    // "la Région", "l'établissement": the last one named of such a kind, else the first one named later.
    private Actor? Generic(Phrase phrase)
    {
        if (phrase.Kind != PhraseKind.Organisation || phrase.Organisation is not { Generic: true } organisation || words.IsPlatform(organisation.All))
            return null;
        var (first, end) = words.Range(phrase.All);
        if (phrase.Plural)
            return new Actor(first, end, ActorKind.Group, words.Text(phrase.All), false) { Preposition = phrase.Preposition };
        if (!phrase.Definite && phrase.Preposition is not ("du" or "au"))
            return new Actor(first, end, ActorKind.Unnamed, words.Text(phrase.All), false) { Preposition = phrase.Preposition };
        var meant = named.Values.Where(actor => Stands(actor, organisation.Kinds)).MaxBy(actor => actor.First) ?? later.FirstOrDefault(actor => Stands(actor, organisation.Kinds));
        return meant is null
            ? new Actor(first, end, ActorKind.Unnamed, words.Text(phrase.All), false) { Preposition = phrase.Preposition }
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

    private sealed record Entry(Phrase? Phrase, Actor? Actor)
    {
        public (int First, int End) Place(PhraseWords words) => Actor is { } actor ? (actor.First, actor.End) : words.Range(Phrase!.All);
    }
}
