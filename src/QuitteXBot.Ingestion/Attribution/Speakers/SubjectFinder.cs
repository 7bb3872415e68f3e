using QuitteXBot.Ingestion.Attribution.Entities;
using QuitteXBot.Ingestion.Attribution.Mentions;
using QuitteXBot.Ingestion.Attribution.Words;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Attribution.Speakers;

/// <summary>The subject of a reporting verb, before it or (inverted) behind it.</summary>
internal sealed class SubjectFinder(Reading reading, MentionIndex mentions)
{
    private const int Reach = 28;

    private const int LongestAdHoc = 7;

    /// <summary>How nouns for people end.</summary>
    private static readonly string[] People = ["teur", "trice", "eur", "euse", "iste", "ien", "ienne", "ant", "ante", "logue"];

    private const int Memory = 40;

    /// <summary>The last one who spoke, for pronouns and for verbs without a subject.</summary>
    public Entity? Speaker { get; set; }

    public int SpeakerToken { get; set; }

    /// <summary>The subject of an inverted verb: the first words behind it that no preposition governs.</summary>
    public Entity? After(int from, int limit, bool adHoc = false)
    {
        limit = Math.Min(limit, from + Reach);
        if (from + 1 < limit && reading[from].Lower is "celui" or "celle" && reading[from + 1].Lower is "qui" or "que" or "qu'")
            return mentions.Antecedent(from, reading.IsWord(from, "celle") ? Gender.Feminine : Gender.Masculine, plural: false, Speaker, SpeakerToken);
        for (var index = mentions.From(from); index < mentions.Count && mentions[index].First < limit; index++)
        {
            var mention = mentions[index];
            if (Stops(from, mention.First))
                break;
            if (mention.Phrase.Kind == PhraseKind.Document && mention.IsFree)
                return mention.Entity ?? Issuer(mention.First);
            if (mention.IsFree && mention.Entity is not null)
                return mention.Entity;
        }

        return adHoc ? AdHoc(from, limit) : null;
    }

    /// <summary>Whose words an impersonal "on" gives: "peut-on lire dans le communiqué de la Région", "dit-on à la préfecture".</summary>
    public Entity? Impersonal(int from, int limit)
    {
        if (Signatory(from, limit) is { } signatory)
            return signatory;
        for (var index = mentions.From(from); index < mentions.Count && mentions[index].First < Math.Min(limit, from + Reach); index++)
        {
            var mention = mentions[index];
            if (mention.Phrase.Kind == PhraseKind.Document)
                return mention.Entity ?? Issuer(mention.First);
            if (mention.Entity is { IsPerson: false })
                return mention.Entity;
        }

        return null;
    }

    /// <summary>"peut-on lire dans le texte, signé par la directrice": a text speaks for the one who signed it.</summary>
    private Entity? Signatory(int from, int limit)
    {
        for (var at = from; at + 2 < Math.Min(limit, from + Reach); at++)
        {
            if (reading.IsWord(at + 1, "par") && reading[at].Lower is "signé" or "signée" or "signés" or "signées" or "cosigné" or "cosignée" or "rédigé" or "rédigée")
                return mentions.At(at + 2)?.Entity;
        }

        return null;
    }

    /// <summary>Who issued "le communiqué" when the text leaves it unsaid: the organisation last named, or the last speaker.</summary>
    public Entity? Issuer(int token)
    {
        if (Speaker is { IsPerson: false })
            return Speaker;
        for (int i = mentions.From(token) - 1, seen = 0; i >= 0 && seen < 12; i--, seen++)
        {
            if (mentions[i].Entity is { IsPerson: false, Generic: false } organisation && mentions[i].IsFree)
                return organisation;
        }

        return null;
    }

    /// <summary>The subject before a verb that begins at this token, within the sentence.</summary>
    public Entity? Before(int verb, int start)
    {
        var at = SkipBack(verb - 1, start);
        if (at >= start && reading.IsWord(at, "qui"))
            return Relative(at, start);
        if (at >= start && reading.IsWord(at, "on"))
            return Place(at, start);
        if (at > start && reading[at - 1].Lower is "lequel" or "laquelle" or "lesquels" or "lesquelles" && MainSubject(at, start) is { } main)
            return main;
        if (at >= start && Pronoun(at) is { } pronoun)
            return pronoun;
        if (Crowds.Before(reading, mentions, at, verb, start) is { } crowd)
            return crowd;
        Entity? nearest = null;
        var nearestToken = -1;
        for (int index = mentions.From(verb) - 1, seen = 0; index >= 0 && mentions[index].First >= start && seen < Memory; index--, seen++)
        {
            var mention = mentions[index];
            if (!mention.IsFree || mention.End > verb || (mention.End <= at && IsSubordinate(mention.First, start)))
                continue;
            var entity = mention.Entity ?? (mention.Phrase.Kind == PhraseKind.Document ? Issuer(mention.First) : null);
            if (entity is null)
                continue;
            if (mention.End > at || IsSubjectLike(mention.End, verb))
                return PronounBetween(mention.End, at) ?? entity;
            nearest ??= entity;
            nearestToken = Math.Max(nearestToken, mention.End);
        }

        return PronounBetween(nearestToken < 0 ? start : nearestToken, at) ?? nearest ?? AdHocBefore(at, start);
    }

    /// <summary>"La direction publie un message dans lequel elle dit…": the pronoun of such a clause takes up the subject of the sentence.</summary>
    private Entity? MainSubject(int pronoun, int start)
    {
        var gender = reading[pronoun].Lower switch { "il" or "ils" => Gender.Masculine, "elle" or "elles" => Gender.Feminine, _ => Gender.Unknown };
        if (gender == Gender.Unknown)
            return null;
        for (int index = mentions.From(start), seen = 0; index < mentions.Count && mentions[index].End < pronoun && seen < Memory; index++, seen++)
        {
            if (mentions[index] is { IsFree: true, Entity: { } entity } mention && mention.Phrase.Kind != PhraseKind.Document
                && (mention.Phrase.Gender == Gender.Unknown ? entity.Gender : mention.Phrase.Gender) == gender)
                return entity;
        }

        return null;
    }

    /// <summary>"Du côté de la mairie, on assure…": whoever is in the place.</summary>
    private Entity? Place(int on, int start)
    {
        for (var index = mentions.From(on) - 1; index >= 0 && mentions[index].First >= start; index--)
        {
            if (mentions[index].Entity is { IsPerson: false } organisation)
                return organisation;
        }

        return null;
    }

    /// <summary>"Ses détracteurs la disent…": people by the form of the noun, right before the verb.</summary>
    private Entity? AdHocBefore(int at, int start)
    {
        for (var first = at; first >= start && first > at - 4 && reading[first].IsWord; first--)
        {
            if (!reading.Is(first, WordClass.Determiner))
                continue;
            var noun = reading[Math.Min(first + 1, at)].Lower;
            return first < at && Array.Exists(People, ending => noun.EndsWith(ending, StringComparison.Ordinal) || noun.EndsWith(ending + "s", StringComparison.Ordinal))
                ? new Entity(true, null, Gender.Unknown) { Role = reading.Words(first + 1, at + 1), Plural = noun[^1] == 's' }
                : null;
        }

        return null;
    }

    /// <summary>"… que le maire viendra": the subject of another clause.</summary>
    private bool IsSubordinate(int first, int start) =>
        first > start && reading[first - 1].Lower is "que" or "qu'" or "dont" or "où" or "si" or "quand" or "lorsque" or "lorsqu'" or "alors" or "puisque" or "tandis";

    /// <summary>The one whom a sentence is about: the first words in it that may be a subject and that a verb follows.</summary>
    public Mention? Theme(int start, int limit)
    {
        for (int index = mentions.From(start), seen = 0; index < mentions.Count && mentions[index].First < limit && seen < Memory; index++, seen++)
        {
            var mention = mentions[index];
            if (mention.IsFree && mention.Entity is not null && IsSubjectLike(mention.End, limit))
                return mention;
        }

        return null;
    }

    /// <summary>Whom "il" or "elle" means at the head of a sentence, or behind a few words.</summary>
    public Entity? PronounAtStart(Sentence sentence)
    {
        for (var at = sentence.FirstToken; at < sentence.EndToken && at < sentence.FirstToken + 4; at++)
        {
            if (reading[at].Lower is "il" or "elle" && !reading.Document.IsQuoted(at) && !IsImpersonal(at))
                return Pronoun(at);
        }

        return null;
    }

    /// <summary>Whom the subject pronoun at this token means, or null where none stands there.</summary>
    public Entity? Pronoun(int token)
    {
        var (gender, plural) = reading[token].Lower switch
        {
            "il" or "-il" or "-t-il" or "lui" or "he" => (Gender.Masculine, false),
            "elle" or "-elle" or "-t-elle" or "she" => (Gender.Feminine, false),
            "ils" or "-ils" or "-t-ils" or "eux" => (Gender.Masculine, true),
            "elles" or "-elles" or "-t-elles" => (Gender.Feminine, true),
            "they" => (Gender.Unknown, true),
            _ => (Gender.Unknown, false),
        };
        return gender == Gender.Unknown && !plural ? null : mentions.Antecedent(token, gender, plural, Speaker, SpeakerToken);
    }

    private Entity? PronounBetween(int from, int to)
    {
        for (var at = to; at >= from && at >= 0 && at > to - Memory; at--)
        {
            if (reading[at].Lower is "il" or "elle" or "he" or "she" && !reading.Document.IsQuoted(at) && Pronoun(at) is { } entity && !IsImpersonal(at))
                return entity;
        }

        return null;
    }

    /// <summary>"il faut", "il s'agit", "il y a", "il est nécessaire".</summary>
    private bool IsImpersonal(int at) =>
        reading.IsWord(at, "il") && at + 2 < reading.Count
        && (reading[at + 1].Lower is "faut" or "y" or "suffit" or "convient" or "importe" or "semble" || (reading[at + 1].Lower is "s'" && reading[at + 2].Lower is "agit" or "agissait"));

    private Entity? Relative(int qui, int start)
    {
        var end = qui > start && reading.IsSign(qui - 1, ',') ? qui - 1 : qui;
        for (var index = mentions.From(qui) - 1; index >= 0 && mentions[index].First >= start; index--)
        {
            if (mentions[index].End == end && mentions[index].Entity is { } exact)
                return exact;
            if (mentions[index].IsFree && mentions[index].Entity is { } entity)
                return entity;
        }

        return null;
    }

    private int SkipBack(int at, int start)
    {
        while (at > start && !reading.Document.IsQuoted(at) && (IsTonic(at, start) || reading[at].Lower.EndsWith("ment", StringComparison.Ordinal) || reading.IsSign(at, ',') || reading[at].Lower is "ensuite" or "aussi" or "également" or "ne" or "n'" or "encore" or "lui" or "même"))
            at--;
        return at;
    }

    /// <summary>"La direction, elle, refuse": stresses the subject, is none.</summary>
    private bool IsTonic(int at, int start) =>
        reading[at].Lower is "elle" or "lui" or "eux" or "elles" && at - 1 > start && reading.IsSign(at - 1, ',') && reading.IsSign(at + 1, ',');

    /// <summary>A verb follows the words, perhaps behind a comma, a pronoun or an adverb.</summary>
    private bool IsSubjectLike(int end, int limit)
    {
        for (var at = end; at < limit && at < end + 4; at++)
        {
            var token = reading[at];
            if (reading.IsSign(at, ',') || token.Lower is "lui" or "elle" or "aussi" or "quant" or "ensuite" or "également" or "se" or "s'" or "l'" or "le" or "les" or "la" or "leur" or "y" or "en" or "ne" or "n'" or "qui")
            {
                continue;
            }

            if (!token.IsWord || token.IsCapitalised)
                return false;
            var info = reading.Info(at);
            return info.Is(WordClass.Auxiliary) || info.Verb is { IsFinite: true } || (info is { Classes: WordClass.None, Verb: null } && LooksFinite(token.Lower));
        }

        return false;
    }

    private static bool LooksFinite(string word) =>
        word.Length > 2 && (word[^1] is 'e' or 't' or 'a' or 'd' || word.EndsWith("ont", StringComparison.Ordinal));

    private bool Stops(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (reading.IsSign(at, ';') || reading.IsSign(at, ':') || reading[at].Lower is "que" or "qu'")
                return true;
        }

        return false;
    }

    /// <summary>"glisse une fine connaisseuse du dossier": one whom no list knows, right behind the verb.</summary>
    private Entity? AdHoc(int from, int limit)
    {
        if (from + 1 >= limit || !reading.Is(from, WordClass.Determiner) || reading[from].IsCapitalised || !reading[from + 1].IsWord || reading.Is(from + 1, WordClass.Grammatical | WordClass.Preposition))
            return null;
        var end = from + 1;
        while (end < limit && end - from < LongestAdHoc && reading[end].Kind is TokenKind.Word && !reading.Is(end, WordClass.Auxiliary) && reading[end].Lower is not ("qui" or "que" or "et" or "dans" or "lors"))
            end++;
        while (end - 1 > from + 1 && reading.Is(end - 1, WordClass.Preposition | WordClass.Contracted | WordClass.Determiner))
            end--;
        var gender = reading[from].Lower is "la" or "une" or "cette" ? Gender.Feminine : reading[from].Lower is "le" or "un" or "ce" or "cet" ? Gender.Masculine : Gender.Unknown;
        return new Entity(true, null, gender) { Role = reading.Words(from + 1, end), Plural = reading[from].Lower is "les" or "des" or "ces" };
    }
}
