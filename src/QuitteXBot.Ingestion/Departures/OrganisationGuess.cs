using QuitteXBot.Core.Organisations;
using QuitteXBot.Ingestion.Words;

namespace QuitteXBot.Ingestion.Departures;

/// <summary>What an organisation that the gazetteer does not have is, by the words of its name.</summary>
internal static class OrganisationGuess
{
    private static readonly PhraseTable<OrganisationKind> Words = new(
        List(OrganisationKind.University, "universit*", "fac", "faculte", "ecole", "institut", "iut", "sciences po", "college", "campus", "hochschule", "insa", "ens", "cnrs")
            .Concat(List(OrganisationKind.Hospital, "chu", "chru", "hopital", "hopitaux", "clinique", "hospital*", "centre hospitalier"))
            .Concat(List(OrganisationKind.Region, "conseil regional", "region"))
            .Concat(List(OrganisationKind.Departement, "conseil departemental", "departement"))
            .Concat(List(OrganisationKind.Epci, "metropole", "agglo*", "communaute de communes", "communaute d agglomeration", "communaute urbaine", "eurometropole"))
            .Concat(List(OrganisationKind.Commune, "ville", "mairie", "commune", "municipalite", "city", "town"))
            .Concat(List(OrganisationKind.Union, "syndicat*", "cgt", "union syndicale", "confederation", "trade union", "fsu", "unsa", "solidaires"))
            .Concat(List(OrganisationKind.SportsClub, "fc", "club", "rc", "stade", "olympique", "racing", "football", "rugby", "as"))
            .Concat(List(OrganisationKind.Media, "journal", "quotidien", "hebdomadaire", "magazine", "radio", "television", "tele", "chaine", "media", "gazette", "presse", "news", "newspaper", "revue", "courrier", "republicain", "telegramme"))
            .Concat(List(OrganisationKind.Association, "association", "ligue", "federation", "fondation", "ong", "collectif", "comite", "secours", "charity", "foundation", "ngo"))
            .Concat(List(OrganisationKind.StateBody, "prefecture", "ministere", "rectorat", "academie", "agence", "ambassade", "police", "gendarmerie", "office", "ministry", "agency"))
            .Concat(List(OrganisationKind.Company, "entreprise", "societe", "groupe", "compagnie", "banque", "company", "sa", "sas", "inc", "ltd")));

    /// <param name="kinds">The kinds that its noun may stand for, a bit each.</param>
    public static OrganisationKind Kind(int kinds, string name)
    {
        var words = new WordList(name);
        for (var i = 0; i < words.Count; i++)
        {
            var (length, found) = Words.At(words, i);
            if (length > 0 && (i == 0 || found[0] is not (OrganisationKind.Commune or OrganisationKind.Departement or OrganisationKind.Region)) && (kinds == 0 || (kinds & (1 << (int)found[0])) != 0 || int.PopCount(kinds) > 1))
                return found[0];
        }

        foreach (var kind in OrganisationKinds.All)
        {
            if ((kinds & (1 << (int)kind)) != 0)
                return kind;
        }

        return OrganisationKind.Other;
    }

    private static IEnumerable<(string, OrganisationKind)> List(OrganisationKind kind, params string[] words) => words.Select(word => (word, kind));
}
