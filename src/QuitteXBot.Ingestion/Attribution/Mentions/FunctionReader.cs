using QuitteXBot.Ingestion.Attribution.Words;

namespace QuitteXBot.Ingestion.Attribution.Mentions;

/// <summary>A function and its complements: "vice-président de Velmont pour l'Europe", "maire écologiste", "maire (PS) de Nancy".</summary>
internal sealed record FunctionPhrase(Run All, string Lemma, Gender Gender, bool Plural, OrganisationPhrase? Organisation);

internal sealed class FunctionReader(Reading reading, NameReader names, OrganisationReader organisations)
{
    private const int MostTokens = 24;

    /// <summary>People of a place, not of an organisation: a député of the Moselle does not speak for the département.</summary>
    private static readonly string[] OfPlaces =
        ["député", "sénateur", "eurodéputé", "ex-député", "ex-sénateur", "habitant", "riverain", "préfet", "sous-préfet", "natif", "parlementaire", "évêque", "archevêque", "juge", "procureur", "usager", "étudiant", "jeune", "homme", "voisin"];

    /// <summary>Functions with a field of their own: "adjointe à la culture".</summary>
    private static readonly string[] WithField =
        ["adjoint", "maire-adjoint", "délégué", "conseiller", "ministre", "secrétaire", "directeur", "responsable", "vice-président", "professeur", "chercheur", "enseignant", "commissaire", "chargé", "référent", "étudiant", "avocat", "maître", "chef", "expert", "analyste"];

    private static readonly string[] Before =
        ["ancien", "ancienne", "anciens", "nouveau", "nouvel", "nouvelle", "actuel", "actuelle", "futur", "future", "jeune", "ex", "premier", "première", "second", "seconde", "deuxième", "troisième", "autre", "célèbre", "vice", "très", "principal", "principale", "seul", "seule", "même", "haut", "grand", "grande", "petit", "petite", "former", "general", "deputy"];

    /// <summary>Reads from the noun of function, or the adjective before it (no determiner); null where there is none.</summary>
    public FunctionPhrase? Read(int first, int limit)
    {
        var noun = first;
        while (noun < limit && noun - first < 3 && reading[noun].IsWord && (Array.IndexOf(Before, reading[noun].Lower) >= 0 || (noun > first && reading[noun - 1].Lower == "ex" && reading.IsSign(noun, '-'))))
            noun++;
        if (noun >= limit || !reading[noun].IsWord || !reading.Is(noun, WordClass.Function) || (reading[noun].IsCapitalised && reading.Is(noun, WordClass.GivenName)))
            return null;
        var info = reading.Info(noun);
        var end = Math.Min(limit, first + MostTokens);
        var at = noun + 1;
        OrganisationPhrase? organisation = null;
        OrganisationPhrase? party = null;
        var bare = true;
        while (at < end)
        {
            var next = Step(at, end, info.Lemma, ref organisation, ref party, bare);
            if (next == at)
                break;
            bare &= reading[at].IsWord && !reading.Is(at, WordClass.Preposition | WordClass.Contracted);
            at = next;
        }

        return new FunctionPhrase(new Run(first, at), info.Lemma, info.Gender, reading.Is(noun, WordClass.Plural) && EndsPlural(noun), organisation ?? party);
    }

    private bool EndsPlural(int noun) => reading[noun].Lower[^1] is 's' or 'x' && !reading[noun].Lower.EndsWith("ss", StringComparison.Ordinal) && reading[noun].Lower is not ("dgs" or "fils");

    private int Step(int at, int end, string lemma, ref OrganisationPhrase? organisation, ref OrganisationPhrase? party, bool bare)
    {
        var token = reading[at];
        if (reading.IsSign(at, '('))
            return Parenthesis(at, end, ref party);
        if (!token.IsWord)
            return reading.IsSign(at, '-') && at + 1 < end && reading.Is(at + 1, WordClass.Function) ? at + 1 : at;
        if (token.IsCapitalised)
            return Capitalised(at, end, ref organisation, bare);
        if (reading.Is(at, WordClass.Preposition | WordClass.Contracted))
            return Prepositional(at, end, lemma, ref organisation);
        var info = reading.Info(at);
        if (info.Is(WordClass.Determiner | WordClass.Auxiliary) || info.Verb is { IsFinite: true })
            return at;
        if (info.Is(WordClass.Grammatical))
            return token.Is("et") && at + 1 < end && reading.Is(at + 1, WordClass.Function) ? at + 1 : at;
        if (info.Is(WordClass.Function | WordClass.Adjective))
            return at + 1;
        // "avocat des parties civiles": an epithet that agrees with the complement; no verb of the third person ends so.
        if (!bare && info is { Classes: WordClass.None, Verb: null } && token.Lower[^1] == 's' && reading[at - 1].Lower[^1] == 's')
            return at + 1;
        return info.Classes == WordClass.None && (token.Lower is "chargé" or "chargée" or "en" or "adjoint" || token.Lower.EndsWith("al", StringComparison.Ordinal)) ? at + 1 : at;
    }

    /// <summary>"maire (PS) de Nancy": the party is whose member she is, the town in whose name she speaks.</summary>
    private int Parenthesis(int at, int end, ref OrganisationPhrase? party)
    {
        for (var close = at + 1; close < end && close < at + 6; close++)
        {
            if (!reading.IsSign(close, ')'))
                continue;
            if (names.End(at + 1, close) == close && !names.IsPerson(at + 1, close))
                party ??= organisations.Read(at + 1, close);
            else if (reading[at + 1].IsCapitalised && names.IsPerson(at + 1, close))
                return at;
            return close + 1;
        }

        return at;
    }

    /// <summary>A name right behind the function is the person's, except an abbreviation ("députée PS") or an organisation ("patron de presse France Info").</summary>
    private int Capitalised(int at, int end, ref OrganisationPhrase? organisation, bool bare)
    {
        if (!bare || !(reading[at].Form.IsAllCapitals || reading.Is(at, WordClass.OrganisationNoun)))
            return at;
        var next = at + 1 < end && reading[at + 1].IsCapitalised && reading[at].Form.IsAllCapitals;
        if (next && reading[at + 1].Form.IsAllCapitals)
            return at;
        var found = reading.Is(at, WordClass.OrganisationNoun)
            ? organisations.Read(at, end)
            : new OrganisationPhrase(new Run(at, at + 1), null, 0, new Run(at, at + 1), false, Gender.Unknown, false);
        if (found is null)
            return at;
        organisation ??= found;
        return found.All.End;
    }

    private int Prepositional(int at, int end, string lemma, ref OrganisationPhrase? organisation)
    {
        var word = reading[at].Lower;
        if (word is not ("de" or "d'" or "du" or "des" or "à" or "au" or "aux" or "en" or "pour" or "chez" or "of" or "for" or "at"))
            return at;
        var next = at + 1;
        if (next < end && reading.Is(next, WordClass.Determiner) && !reading[next].IsCapitalised)
            next++;
        while (next < end && Array.IndexOf(Before, reading[next].Lower) >= 0)
            next++;
        if (next >= end || !reading[next].IsWord || reading.Is(next, WordClass.Preposition | WordClass.Contracted | WordClass.Auxiliary))
            return at;
        if (word is "pour" or "à" or "au" or "en" or "à" && reading.Info(next).Verb is { Mood: VerbMood.Infinitive or VerbMood.Gerund })
            return at;
        if (word is "à" or "aux" or "en" or "pour" or "au" && !reading[next].IsCapitalised && !reading.Is(next, WordClass.OrganisationNoun) && !Belongs(next, word, lemma))
            return at;
        if (organisations.Read(next, end) is { } found && !(reading.Is(next, WordClass.GivenName) && names.End(next, end) - next >= 2))
        {
            if (word is not ("pour" or "en" or "for") && Array.IndexOf(OfPlaces, lemma) < 0 && (organisation is null || organisation.Generic && !found.Generic && organisation.Kinds == 0))
                organisation = found;
            return found.All.End;
        }

        if (reading[next].IsCapitalised)
            return Math.Max(next + 1, names.End(next, end));
        return reading.Is(next, WordClass.Grammatical) ? at : next + 1;
    }

    /// <summary>"adjointe à la culture", "ministre en charge", "chargé de mission", "responsable au numérique".</summary>
    private bool Belongs(int next, string word, string lemma) =>
        word == "en" ? reading[next].Lower is "charge" or "chef" or "titre" or "retraite" or "exercice" or "poste" : Array.IndexOf(WithField, lemma) >= 0 && !reading.Is(next, WordClass.Grammatical) && reading[next].Lower is not ("printemps" or "moment" or "lendemain" or "passage" or "cours" or "sujet");
}
