using QuitteXBot.Core.Organisations;
using QuitteXBot.Ingestion.Attribution.Words;

namespace QuitteXBot.Ingestion.Attribution.Mentions;

/// <summary>Words for organisations: "la Région Grand Est", "le conseil départemental de la Moselle", "le syndicat FO", "Artifed".</summary>
internal sealed class OrganisationReader(Reading reading, NameReader names)
{
    private const int MostComplements = 3;

    private const int Territories = (1 << (int)OrganisationKind.Region) | (1 << (int)OrganisationKind.Departement) | (1 << (int)OrganisationKind.Commune);

    /// <summary>The organisation that begins at this token (no determiner), or null.</summary>
    public OrganisationPhrase? Read(int first, int limit)
    {
        if (first >= limit || !reading[first].IsWord)
            return null;
        if (!reading.Is(first, WordClass.OrganisationNoun))
            return ReadName(first, limit);
        // "le réseau social de X": where things are said, nobody who says them.
        if (reading[first].Lower is "réseau" or "réseaux" && first + 1 < limit && reading[first + 1].Lower is "social" or "sociaux")
            return null;
        var info = reading.Info(first);
        var at = SkipAdjectives(first + 1, limit);
        var kinds = Kinds(info.Kinds, first + 1, at);
        var name = Run.None;
        var generic = (at == first + 1 || kinds != info.Kinds) && kinds != WordInfo.Self;
        var adjectives = at;
        if (at < limit && names.End(at, limit) is var end && end > at && !StartsPerson(at, limit))
        {
            name = new Run(at, end);
            at = end;
            generic = false;
        }

        for (var complements = 0; complements < MostComplements; complements++)
        {
            var next = Complement(at, limit);
            if (next == at)
                break;
            at = next;
            generic = false;
        }

        // "la Fabrique du Lac" behind "le collectif".
        if (generic && at + 1 < limit && reading.IsWord(at, "la") && reading[at + 1].IsCapitalised)
        {
            var inner = ReadName(at + 1, limit);
            if (inner is not null)
                return inner with { Head = info.Lemma, Kinds = kinds, Gender = info.Gender };
        }

        return new OrganisationPhrase(new Run(first, at), info.Lemma, kinds, name, generic, info.Gender, reading.Is(first, WordClass.Plural) && reading[first].Lower.EndsWith('s'))
        {
            Common = !generic && kinds != WordInfo.Self && name.IsNone && IsLowercase(first + 1, at),
            Capital = reading[first].IsCapitalised,
            Epithet = !generic && kinds != WordInfo.Self && at == adjectives && name.IsNone && !reading[first].IsCapitalised,
        };
    }

    private bool IsLowercase(int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (reading[at].IsCapitalised)
                return false;
        }

        return true;
    }

    private OrganisationPhrase? ReadName(int first, int limit)
    {
        var at = first;
        if (reading.Is(at, WordClass.Determiner) && reading[at].IsCapitalised && at + 1 < limit && reading[at + 1].IsCapitalised)
            at++;
        var end = names.End(at, limit);
        if (end == at)
            return null;
        while (end < limit && Complement(end, limit, ofName: true) is var next && next > end)
            end = next;
        if (end < limit && end - at == 1 && reading.Is(end, WordClass.Adjective) && !reading[end].IsCapitalised && reading.Info(end).Verb is null)
            end++;
        var run = new Run(first, end);
        return new OrganisationPhrase(run, null, 0, run, false, Gender.Unknown, false);
    }

    private int SkipAdjectives(int at, int limit)
    {
        for (var count = 0; count < 3 && at < limit && reading[at].IsWord && !reading[at].IsCapitalised; count++, at++)
        {
            var info = reading.Info(at);
            if (info.Verb is { IsFinite: true } || !(info.Is(WordClass.Adjective) || (info.Is(WordClass.Function) && Suffixes.IsAdjective(reading[at].Lower))))
                break;
        }

        return at;
    }

    /// <summary>"de la Région Grand Est", "des banques", "de l'Intérieur", "Atlantique": one more complement, or the same token.</summary>
    private int Complement(int at, int limit, bool ofName = false)
    {
        var next = at;
        if (next >= limit)
            return at;
        if (reading.IsWord(next, "de") || reading.IsWord(next, "d'"))
            next += next + 1 < limit && (reading.IsWord(next + 1, "la") || reading.IsWord(next + 1, "l'")) ? 2 : 1;
        else if (reading.IsWord(next, "du") || reading.IsWord(next, "des"))
            next++;
        else
            return at;
        if (next >= limit || !reading[next].IsWord)
            return at;
        if (reading[next].IsCapitalised)
        {
            if (reading.Is(next, WordClass.Function) || (next + 1 < limit && reading.IsWord(next, "premier") && reading.Is(next + 1, WordClass.Function)))
                return at;
            if (StartsPerson(next, limit) && !ofName)
                return names.End(next, limit);
            if (StartsPerson(next, limit))
                return at;
            var end = reading.Is(next, WordClass.OrganisationNoun) ? next + 1 : names.End(next, limit);
            end = SkipNameTail(Math.Max(end, next + 1), limit);
            return end;
        }

        if ((ofName && !Lowercase(at)) || IsInfinitive(next, limit))
            return at;
        if (reading.Is(next, WordClass.Determiner | WordClass.Preposition | WordClass.Grammatical | WordClass.Auxiliary | WordClass.Function) || reading.Info(next).Verb is { IsFinite: true, Loose: false })
            return reading.Is(next, WordClass.Function) && reading.Is(next, WordClass.Plural) ? SkipAdjectives(next + 1, limit) : at;
        return SkipAdjectives(next + 1, limit);
    }

    /// <summary>"la décision de la Ville de quitter X": what is to be done, no part of the name.</summary>
    private bool IsInfinitive(int at, int limit)
    {
        var word = reading[at].Lower;
        if (reading[at - 1].Lower is not ("de" or "d'") || word.Length < 4 || !(word.EndsWith("er", StringComparison.Ordinal) || word.EndsWith("ir", StringComparison.Ordinal) || word.EndsWith("re", StringComparison.Ordinal)))
            return false;
        return !word.EndsWith("ier", StringComparison.Ordinal) && at + 1 < limit
            && (reading[at + 1].IsCapitalised || reading.Is(at + 1, WordClass.Determiner | WordClass.Preposition | WordClass.Contracted | WordClass.Grammatical));
    }

    /// <summary>"Ligue des droits": a name may go on in lower case only behind "des" or "du".</summary>
    private bool Lowercase(int at) => reading.IsWord(at, "des") || reading.IsWord(at, "du");

    private int SkipNameTail(int at, int limit)
    {
        var end = names.End(at, limit) is var more && at < limit && more > at && !StartsPerson(at, limit) ? more : at;
        return end < limit && reading.Is(end, WordClass.Adjective) && reading.Info(end).Verb is null && !reading[end].IsCapitalised ? end + 1 : end;
    }

    private bool StartsPerson(int at, int limit) =>
        reading.Is(at, WordClass.GivenName) && names.End(at, limit) - at >= 2;

    /// <summary>"conseil départemental" is the département, "conseil régional" the région, "conseil municipal" the commune.</summary>
    private int Kinds(int kinds, int first, int end)
    {
        if ((kinds & Territories) != Territories)
            return kinds;
        for (var i = first; i < end; i++)
        {
            var word = reading[i].Lower;
            if (word.StartsWith("départemental", StringComparison.Ordinal) || word.StartsWith("général", StringComparison.Ordinal))
                return 1 << (int)OrganisationKind.Departement;
            if (word.StartsWith("régional", StringComparison.Ordinal))
                return 1 << (int)OrganisationKind.Region;
            if (word.StartsWith("municipal", StringComparison.Ordinal))
                return 1 << (int)OrganisationKind.Commune;
            if (word.StartsWith("métropolitain", StringComparison.Ordinal) || word.StartsWith("communautaire", StringComparison.Ordinal))
                return 1 << (int)OrganisationKind.Epci;
        }

        return kinds;
    }
}
