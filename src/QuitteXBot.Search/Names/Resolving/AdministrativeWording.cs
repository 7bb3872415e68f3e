using QuitteXBot.Core.Organisations;
using QuitteXBot.Search.Names.Folding;

namespace QuitteXBot.Search.Names.Resolving;

/// <summary>
/// The words that say what kind of organisation is meant: "conseil départemental de", "mairie de", "… Métropole", "city of".
/// They restrict the kind; alone they name nothing.
/// </summary>
internal static class AdministrativeWording
{
    private static readonly KindSet Region = KindSet.Of(OrganisationKind.Region);
    private static readonly KindSet Departement = KindSet.Of(OrganisationKind.Departement);
    private static readonly KindSet Collectivity = KindSet.Of(OrganisationKind.Region, OrganisationKind.Departement);
    private static readonly KindSet Commune = KindSet.Of(OrganisationKind.Commune);
    private static readonly KindSet Epci = KindSet.Of(OrganisationKind.Epci);
    private static readonly KindSet University = KindSet.Of(OrganisationKind.University);
    private static readonly KindSet Hospital = KindSet.Of(OrganisationKind.Hospital);
    private static readonly KindSet State = KindSet.Of(OrganisationKind.StateBody);
    private static readonly KindSet Media = KindSet.Of(OrganisationKind.Media);
    private static readonly KindSet Union = KindSet.Of(OrganisationKind.Union);
    private static readonly KindSet Association = KindSet.Of(OrganisationKind.Association, OrganisationKind.Movement);
    private static readonly KindSet Company = KindSet.Of(OrganisationKind.Company);
    private static readonly KindSet Club = KindSet.Of(OrganisationKind.SportsClub);

    // A longer phrase stands before the shorter one that it begins with.
    private static readonly Phrase[] Before =
    [
        new("conseil departemental", Departement), new("assemblee departementale", Departement), new("conseil general", Departement),
        new("departement", Departement), new("departements", Departement), new("departmental council", Departement), new("department", Departement),
        new("dept", Departement), new("dep", Departement), new("dpt", Departement), new("cd", Departement), new("cg", Departement),
        new("conseil regional", Region), new("regional council", Region), new("region", Region), new("cr", Region),
        new("collectivite territoriale", Collectivity), new("collectivite", Collectivity),
        new("conseil municipal", Commune), new("municipalite", Commune), new("municipality", Commune), new("city council", Commune),
        new("hotel de ville", Commune), new("ville", Commune), new("villes", Commune), new("commune", Commune), new("mairie", Commune),
        new("village", Commune), new("city", Commune), new("town", Commune),
        new("eurometropole", Epci), new("metropole", Epci), new("metropolis", Epci), new("communaute d agglomeration", Epci),
        new("communaute agglomeration", Epci), new("communaute de communes", Epci), new("communaute de commune", Epci),
        new("communaute communes", Epci), new("communaute urbaine", Epci), new("communaute", Epci), new("agglomeration", Epci), new("agglo", Epci),
        new("intercommunalite", Epci), new("interco", Epci), new("epci", Epci), new("ept", Epci), new("etablissement public territorial", Epci),
        new("cc", Epci), new("ca", Epci), new("cu", Epci),
        new("universite", University), new("universites", University), new("university", University), new("universitat", University),
        new("univ", University), new("faculte", University), new("fac", University),
        new("centre hospitalier regional universitaire", Hospital), new("centre hospitalier universitaire", Hospital),
        new("centre hospitalier", Hospital), new("hopitaux universitaires", Hospital), new("hopitaux", Hospital), new("hopital", Hospital),
        new("hospital", Hospital), new("hospitals", Hospital), new("chru", Hospital), new("chu", Hospital),
        new("sous prefecture", State), new("prefecture", State), new("rectorat", State), new("academie", State),
        new("agence regionale de sante", State), new("ars", State),
        new("journal", Media), new("quotidien", Media), new("magazine", Media), new("hebdomadaire", Media), new("media", Media),
        new("newspaper", Media), new("radio", Media),
        new("syndicat", Union),
        new("association", Association), new("ong", Association), new("collectif", Association), new("mouvement", Association),
        new("entreprise", Company),
        new("club", Club),
    ];

    private static readonly Phrase[] After =
    [
        new("metropole", Epci), new("agglomeration", Epci), new("agglo", Epci), new("communaute", Epci), new("interco", Epci),
        new("intercommunalite", Epci),
        new("universite", University), new("university", University),
        new("city council", Commune), new("city hall", Commune), new("town hall", Commune), new("city", Commune),
        new("departmental council", Departement), new("department", Departement), new("departement", Departement),
        new("regional council", Region), new("region", Region),
    ];

    /// <summary>Reads wording at the first word: its kinds, and the word after it; <c>None</c> where there is none.</summary>
    public static KindSet ReadBefore(TokenRange words, out int next)
    {
        next = words.Start;
        if (words.IsEmpty)
            return KindSet.None;
        var text = words.Strict;
        foreach (var (phrase, kinds) in Before)
        {
            if (!BeginsWith(text, phrase))
                continue;
            next = words.Start + 1 + Spaces(phrase);
            return kinds;
        }

        return KindSet.None;
    }

    /// <summary>Reads wording at the last word: its kinds, and where it begins; <c>None</c> where there is none.</summary>
    public static KindSet ReadAfter(TokenRange words, out int end)
    {
        end = words.End;
        if (words.Count < 2)
            return KindSet.None;
        var text = words.Strict;
        foreach (var (phrase, kinds) in After)
        {
            if (!EndsWith(text, phrase))
                continue;
            end = words.End - 1 - Spaces(phrase);
            return kinds;
        }

        return KindSet.None;
    }

    /// <summary>Wording at the word, whatever follows; how many words it takes.</summary>
    public static KindSet ReadAfterAt(TokenRange words, out int next)
    {
        next = words.Start;
        if (words.IsEmpty)
            return KindSet.None;
        var text = words.Strict;
        foreach (var (phrase, kinds) in After)
        {
            if (!BeginsWith(text, phrase))
                continue;
            next = words.Start + 1 + Spaces(phrase);
            return kinds;
        }

        return KindSet.None;
    }

    /// <summary>What a mistyped first word restricts the kind to: "departemant", "univercité".</summary>
    public static KindSet ReadMistyped(ReadOnlySpan<byte> word)
    {
        if (word.Length < 6)
            return KindSet.None;
        Span<byte> known = stackalloc byte[NameKey.MaximumLength];
        foreach (var (phrase, kinds) in Before)
        {
            if (phrase.Length < 6 || phrase.Contains(' '))
                continue;
            for (var index = 0; index < phrase.Length; index++)
                known[index] = (byte)phrase[index];
            var allowed = EditDistance.Allowed(word.Length);
            if (EditDistance.Within(word, known[..phrase.Length], allowed) <= allowed)
                return kinds;
        }

        return KindSet.None;
    }

    private static bool BeginsWith(ReadOnlySpan<byte> text, string phrase) =>
        text.Length >= phrase.Length && text[0] == phrase[0] && (text.Length == phrase.Length || text[phrase.Length] == ' ')
        && Same(text[..phrase.Length], phrase);

    private static bool EndsWith(ReadOnlySpan<byte> text, string phrase) =>
        text.Length > phrase.Length && text[^1] == phrase[^1] && text[^(phrase.Length + 1)] == ' ' && Same(text[^phrase.Length..], phrase);

    private static bool Same(ReadOnlySpan<byte> text, string phrase)
    {
        for (var index = 0; index < phrase.Length; index++)
        {
            if (text[index] != phrase[index])
                return false;
        }

        return true;
    }

    private static int Spaces(string phrase)
    {
        var spaces = 0;
        foreach (var unit in phrase)
            spaces += unit == ' ' ? 1 : 0;
        return spaces;
    }

    private readonly record struct Phrase(string Words, KindSet Kinds);
}
