using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Ingestion.Departures;

/// <summary>The gazetteer's names in a sentence, each sentence asked for once.</summary>
internal sealed class MentionFinder(DepartureReading reading, ActorNames names)
{
    private static readonly HashSet<string> Prepositions =
        ["de", "d", "du", "des", "a", "au", "aux", "par", "avec", "sans", "sur", "sous", "dans", "en", "chez", "contre", "vers", "entre", "depuis", "apres", "avant", "selon", "pour", "comme",
         "of", "by", "with", "to", "from", "in", "on", "at", "for", "against", "about", "after", "according"];

    private static readonly HashSet<string> Nouns = ["city", "town", "council", "municipality", "university", "region", "department", "ville", "mairie", "commune", "municipalite", "universite", "departement"];

    private readonly Dictionary<int, List<Actor>> known = [];

    public IReadOnlyList<Actor> In(int sentence)
    {
        if (known.TryGetValue(sentence, out var found))
            return found;
        var words = reading.Sentences[sentence];
        var start = reading.Words[words.First].Start;
        var text = reading.Document.Text[start..reading.Words[words.End - 1].End];
        found = [.. names.Mentions(text).Where(mention => mention.Resolution.Outcome == ResolutionOutcome.Resolved).Select(mention => Read(mention, start))];
        known[sentence] = found;
        return found;
    }

    /// <summary>The longest name that begins where the words begin, their determiner aside, or null.</summary>
    public Actor? At(int first) =>
        reading.SentenceOf(first) is >= 0 and var sentence
            ? In(sentence).Where(mention => mention.First == first || mention.First == first + 1).MaxBy(mention => mention.End - mention.First) : null;

    /// <summary>"the city of Nancy": where the noun's phrase begins that a preposition only joins to the name; -1 where there is none.</summary>
    public int NounBefore(int first, string? preposition)
    {
        var noun = reading.Words.At(first - 1) == "of" ? first - 2 : first - 1;
        if (preposition != "of" || !Nouns.Contains(reading.Words.At(noun)))
            return -1;
        return reading.Words.At(noun - 1) == "the" ? noun - 1 : noun;
    }

    private Actor Read(NameMention mention, int start)
    {
        var organisation = mention.Resolution.Organisation!;
        var first = reading.Words.IndexFrom(start + mention.Start);
        var end = reading.Words.IndexFrom(start + mention.Start + mention.Length);
        var before = reading.Words.At(first - 1) is "la" or "le" or "l" or "les" or "the" ? first - 2 : first - 1;
        // "the city of Nancy" is no complement of anything.
        if (reading.Words.At(before) is "of" or "de" or "d" && Nouns.Contains(reading.Words.At(before - 1)))
        {
            before -= reading.Words.At(before - 2) is "la" or "le" or "l" or "les" or "the" ? 3 : 2;
            first = before + 1;
        }

        return new Actor(first, end, ActorKind.Organisation, organisation.Name, true)
        {
            OrganisationId = organisation.Id,
            OrganisationKind = organisation.Kind,
            Preposition = Prepositions.Contains(reading.Words.At(before)) ? reading.Words.At(before) : null,
        };
    }
}
