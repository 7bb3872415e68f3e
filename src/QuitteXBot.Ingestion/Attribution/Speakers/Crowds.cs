using QuitteXBot.Ingestion.Attribution.Entities;
using QuitteXBot.Ingestion.Attribution.Mentions;
using QuitteXBot.Ingestion.Attribution.Words;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Attribution.Speakers;

/// <summary>"Les riverains protestent", "certains collègues disent": people in the plural whom no list knows, as the subject of a plural verb.</summary>
internal static class Crowds
{
    private const int LongestPhrase = 7;

    /// <summary>The noun phrase that ends at the token, or null where it is no such subject of the verb.</summary>
    public static Entity? Before(Reading reading, MentionIndex mentions, int last, int verb, int start)
    {
        if (!IsPlural(reading, verb))
            return null;
        for (var first = last; first >= start && first > last - LongestPhrase && reading[first].IsWord && !reading.Document.IsQuoted(first); first--)
        {
            if (mentions.At(first) is { IsFree: true })
                return null;
            if (!Counts(reading[first].Lower) || first == last || !OpensClause(reading, first, start))
                continue;
            var noun = first + 1;
            if (!reading[noun].IsWord || reading[noun].IsCapitalised || reading[noun].Lower[^1] is not ('s' or 'x') || reading.Is(noun, WordClass.Preposition | WordClass.Contracted | WordClass.DocumentNoun))
                return null;
            return new Entity(true, null, Gender.Unknown) { Role = reading.Words(reading.Is(first, WordClass.Grammatical) ? first : noun, last + 1), Plural = true };
        }

        return null;
    }

    private static bool Counts(string word) => word is "les" or "des" or "ses" or "leurs" or "nos" or "certains" or "certaines" or "plusieurs" or "quelques" or "beaucoup" or "deux" or "trois";

    private static bool OpensClause(Reading reading, int first, int start) =>
        first == start || reading[first - 1].Kind is TokenKind.Punctuation || reading[first - 1].Lower is "et" or "mais" or "où" or "que" or "or" or "tandis" or "alors";

    /// <summary>"disent", "ont dit", "se disent", "protestaient".</summary>
    private static bool IsPlural(Reading reading, int verb)
    {
        for (var at = verb; at < reading.Count && at < verb + 3 && reading[at].IsWord; at++)
        {
            var word = reading[at].Lower;
            if (word.EndsWith("ent", StringComparison.Ordinal) || word.EndsWith("ont", StringComparison.Ordinal))
                return true;
            if (!(word is "se" or "s'" or "le" or "la" or "les" or "l'" or "y" or "en" or "n'" or "ne" or "lui" or "leur"))
                return false;
        }

        return false;
    }
}
