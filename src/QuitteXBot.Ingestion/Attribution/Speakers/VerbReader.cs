using QuitteXBot.Ingestion.Attribution.Mentions;
using QuitteXBot.Ingestion.Attribution.Words;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Attribution.Speakers;

/// <summary>A reporting verb with its auxiliary, pronouns and adverbs.</summary>
/// <param name="First">Its first token: "a", "s'", "lui"…</param>
/// <param name="Main">The verb itself.</param>
/// <param name="End">Behind its last token.</param>
/// <param name="Clitic">The inverted pronoun ("-t-il"), or -1.</param>
/// <param name="Verb">What is known of it; null for a verb that is in no list.</param>
internal sealed record VerbGroup(int First, int Main, int End, int Clitic, VerbForm? Verb, VerbMood Mood);

/// <summary>Reads verb groups around quotes.</summary>
internal sealed class VerbReader(Reading reading)
{
    private const int LongestIncise = 9;

    private const int LongestPerceived = 10;

    private static readonly string[] Objects = ["l'", "le", "la", "les", "lui", "leur", "s'", "se", "nous", "vous", "me", "m'", "y", "en", "ne", "n'", "qui"];

    /// <summary>The verb group of an incise that begins at this token ("a-t-il ensuite précisé", "s'est réjoui"), or null.</summary>
    public VerbGroup? Incise(int first, int limit)
    {
        var clitic = -1;
        var auxiliary = false;
        var end = Math.Min(limit, first + LongestIncise);
        for (var at = first; at < end; at++)
        {
            var token = reading[at];
            if (token.Kind == TokenKind.Clitic)
            {
                clitic = at;
                if (!auxiliary)
                    return Unknown(first, at, limit, clitic);
                continue;
            }

            if (!token.IsWord || token.IsCapitalised)
                return null;
            var info = reading.Info(at);
            if (token.Is("été") || (token.Is("que") && at > first) || token.Is("qu'"))
                return null;
            if (info.Is(WordClass.Auxiliary))
            {
                auxiliary = true;
                continue;
            }

            if (info.Verb is { } verb && (verb.IsFinite || (verb.Mood == VerbMood.Participle && auxiliary) || IsModal(at, verb)) && HasTail(at, verb, limit))
            {
                if (!verb.IsFinite || auxiliary || at + 1 >= limit || reading[at + 1].Kind != TokenKind.Clitic)
                    return new VerbGroup(first, at, AfterTail(at, verb, limit), clitic, verb, VerbMood.Finite);
                return new VerbGroup(first, at, at + 2, at + 1, verb, VerbMood.Finite);
            }

            if (auxiliary && clitic >= 0 && !info.Is(WordClass.Grammatical | WordClass.Preposition | WordClass.Determiner) && !IsAdverb(at))
                return new VerbGroup(first, at, at + 1, clitic, null, VerbMood.Finite);
            if (at + 1 < limit && reading[at + 1].Kind == TokenKind.Clitic)
                continue;
            if (Array.IndexOf(Objects, token.Lower) < 0 && !(auxiliary && (info.Is(WordClass.Grammatical) || IsAdverb(at) || IsFiller(at))) && !(at == first && (IsAdverb(at) || info.Is(WordClass.Grammatical) && token.Lower is "ainsi" or "alors" or "aussi" or "puis" or "enfin" or "et")))
                return null;
        }

        return null;
    }

    /// <summary>The verb group whose verb is this token, or null where it is none (a noun, a passive).</summary>
    public VerbGroup? At(int main, int start, int limit)
    {
        var info = reading.Info(main);
        if (info.Verb is not { } verb || !HasTail(main, verb, limit) || (reading[main].IsCapitalised && main > start))
            return null;
        var end = AfterTail(main, verb, limit);
        if (end == main + 1 && end < limit && reading[end].Kind == TokenKind.Clitic)
            end++;
        var clitic = end == main + 2 && reading[main + 1].Kind == TokenKind.Clitic ? main + 1 : -1;
        if (verb.Mood == VerbMood.Participle)
        {
            var auxiliary = Auxiliary(main, start, out var inverted);
            if (auxiliary >= 0)
                return new VerbGroup(FirstOf(auxiliary, start), main, end, inverted, verb, VerbMood.Finite);
            if (!verb.AlsoFinite)
                return null;
        }

        if (verb.Mood is VerbMood.Infinitive)
            return main > start && IsInfinitiveCue(main, start) ? new VerbGroup(main - 1, main, end, -1, verb, VerbMood.Infinitive)
                : IsPerceived(main, start) ? new VerbGroup(main, main, end, -1, verb, VerbMood.Finite) : null;
        if (verb.Mood is VerbMood.Gerund)
            return main > start && reading.Is(main - 1, WordClass.Determiner) ? null : new VerbGroup(main, main, end, -1, verb, VerbMood.Gerund);
        return IsNoun(main, start) ? null : new VerbGroup(FirstOf(main, start), main, end, clitic, verb, VerbMood.Finite);
    }

    /// <summary>The auxiliary of a participle, some adverbs before it; -1 where there is none or the voice is passive.</summary>
    private int Auxiliary(int participle, int start, out int clitic)
    {
        clitic = -1;
        for (var at = participle - 1; at >= start && at >= participle - 6; at--)
        {
            var token = reading[at];
            if (token.Kind == TokenKind.Clitic)
            {
                clitic = at;
                continue;
            }

            if (!token.IsWord || token.Is("été") || token.Is("que") || token.Is("qui") || token.Is("qu'"))
                return -1;
            if (reading.Is(at, WordClass.Auxiliary))
                return IsPassive(at, start, reading.Info(participle).Verb!) ? -1 : at;
            if (reading.Is(at, WordClass.Determiner | WordClass.Contracted) && !token.Is("l'") && !token.Is("tout") && !(token.Lower is "son" or "sa" or "leur") || reading.Info(at).Verb is { IsFinite: true, Loose: false })
                return -1;
        }

        return -1;
    }

    /// <summary>"est qualifié de" is passive; "s'est dit", "est revenu" and "est intervenu" are not.</summary>
    private bool IsPassive(int auxiliary, int start, VerbForm verb)
    {
        var lower = reading[auxiliary].Lower;
        if (!(lower is "est" or "sont" or "était" or "étaient" or "fut" or "furent" or "sera" or "seront" or "serait" or "seraient") || verb.English)
            return false;
        if (verb.Infinitive is "intervenir" or "revenir" or "convenir" or "passer" or "monter")
            return false;
        return auxiliary == start || !(reading[auxiliary - 1].Lower is "s'" or "se" or "m'" or "me" or "nous");
    }

    private int FirstOf(int at, int start)
    {
        while (at > start && reading[at - 1].IsWord && (Array.IndexOf(Objects, reading[at - 1].Lower) >= 0 && !reading.IsWord(at - 1, "qui")))
            at--;
        return at;
    }

    /// <summary>"la critique", "une annonce", "en appel": nouns that look like verbs.</summary>
    private bool IsNoun(int main, int start)
    {
        if (main == start)
            return reading[main].IsCapitalised && !(main + 1 < reading.Count && reading[main + 1].Kind == TokenKind.Clitic);
        var before = reading[main - 1];
        if (!reading.Is(main - 1, WordClass.Determiner | WordClass.Preposition | WordClass.Contracted))
            return false;
        if (before.Lower is not ("l'" or "le" or "la" or "les" or "leur") || main - 1 == start)
            return before.Lower != "leur" || main - 1 == start || reading.Is(main - 2, WordClass.Preposition);
        var earlier = reading[main - 2];
        if (earlier.IsWord && reading.Info(main - 2).Verb is null && !earlier.IsCapitalised && !reading.Is(main - 2, WordClass.Determiner | WordClass.Preposition | WordClass.Contracted | WordClass.Auxiliary | WordClass.Grammatical))
            return false;
        return !(earlier.IsCapitalised || earlier.Lower is "il" or "elle" or "on" or "ils" or "elles" or "qui" or "comme" or "ne" or "que" or "qu'" or "," or "lui");
    }

    private bool IsInfinitiveCue(int main, int start)
    {
        var before = reading[main - 1].Lower;
        if (before is "de" or "d'" or "à" or "pour" or "sans" or "fait" or "font" or "faisait" or "fit")
            return true;
        if (Array.IndexOf(Objects, before) >= 0 && main - 2 >= start)
            before = reading[main - 2].Lower;
        return before is "de" or "d'" or "à" or "pour" or "veut" or "voulu" or "peut" or "doit" or "tient" or "dit" or "souhaite" or "va" or "vient" or "préfère" or "fait" or "entend" or "ose" or "savoir";
    }

    /// <summary>"on entend le maire affirmer que…": the infinitive behind a verb of perception has its subject right before it.</summary>
    private bool IsPerceived(int main, int start)
    {
        for (var at = main - 2; at >= start && at >= main - LongestPerceived; at--)
        {
            if (!reading[at].IsWord || reading.Document.IsQuoted(at))
                return false;
            if (reading[at].Lower is "entend" or "entendait" or "entendu" or "entendre" or "voit" or "voyait" or "vu" or "voir" or "écouté" or "laissé")
                return true;
        }

        return false;
    }

    private bool IsModal(int at, VerbForm verb) => verb.Mood == VerbMood.Infinitive && at >= 1 && (reading[at - 1].Kind == TokenKind.Clitic || reading[at - 1].Lower is "fait" or "voulu" or "tenu" or "veut" or "tient" or "d'");

    private VerbGroup Unknown(int first, int clitic, int limit, int cliticAt)
    {
        var main = clitic - 1;
        var end = clitic + 1;
        // "tente-t-il de corriger", "peut-on lire", "fait-il valoir".
        if (end < limit && reading[end].Lower is "de" or "d'" or "à")
            end++;
        if (end < limit && reading.Info(end).Verb is { } verb && verb.Mood is VerbMood.Infinitive or VerbMood.Participle)
            return new VerbGroup(first, end, end + 1, cliticAt, verb, VerbMood.Finite);
        return new VerbGroup(first, main, clitic + 1, cliticAt, reading.Info(main).Verb, VerbMood.Finite);
    }

    private bool HasTail(int main, VerbForm verb, int limit) => verb.Tails.Length == 0 || AfterTail(main, verb, limit) > main + 1;

    private int AfterTail(int main, VerbForm verb, int limit)
    {
        foreach (var tail in verb.Tails)
        {
            for (var at = main + 1; at < limit && at <= main + 4; at++)
            {
                if (Follows(at, tail, limit) is var end && end > at)
                    return end;
            }
        }

        return main + 1;
    }

    private int Follows(int at, string tail, int limit)
    {
        foreach (var word in tail.Split(' '))
        {
            var wanted = word;
            while (wanted.Length > 0)
            {
                if (at >= limit || !wanted.StartsWith(reading[at].Lower, StringComparison.Ordinal))
                    return -1;
                wanted = wanted[reading[at].Lower.Length..];
                at++;
            }
        }

        return at;
    }

    private bool IsAdverb(int at) => reading[at].Lower.EndsWith("ment", StringComparison.Ordinal) && reading[at].Lower.Length > 5;

    /// <summary>Words that may stand between an auxiliary and its participle.</summary>
    private bool IsFiller(int at) => reading[at].Lower is "de" or "son" or "sa" or "leur" or "côté" or "d'" or "ailleurs" or "abord" or "au" or "par" or "tard" or "vivement" or "vite" or "rapidement" or "aussitôt" or "parallèle" or "en" or "l'" or "après" or "encore" or "tenu" or "à";
}
