using QuitteXBot.Commands.Text;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Commands.Values;

/// <summary>The nouns, French and English, that ask for a kind of organisation.</summary>
internal static class KindReader
{
    /// <summary>The longest phrase below, in words.</summary>
    public const int LongestPhrase = 4;

    /// <summary>Reads an option's value: a kind's name or one of its nouns.</summary>
    public static KindGroup? Find(string text)
    {
        if (OrganisationKinds.TryParse(text, out var kind))
            return KindGroup.Of(kind);
        var words = Word.Split(text);
        return words.Length is 0 or > LongestPhrase ? null : FindNoun(string.Join(' ', words.Select(word => word.Folded)));
    }

    /// <summary>Reads a noun or phrase, folded, its words joined by single spaces.</summary>
    public static KindGroup? FindNoun(string folded) => folded switch
    {
        "region" or "regions" or "conseil regional" or "conseils regionaux" => KindGroup.Of(OrganisationKind.Region),
        "departement" or "departements" or "conseil departemental" or "conseils departementaux" or "department councils"
            or "departmental councils" => KindGroup.Of(OrganisationKind.Departement),
        "commune" or "communes" or "ville" or "villes" or "mairie" or "mairies" or "municipalite" or "municipalites" or "city" or "cities"
            or "town" or "towns" or "municipality" or "municipalities" => KindGroup.Of(OrganisationKind.Commune),
        "epci" or "intercommunalite" or "intercommunalites" or "metropole" or "metropoles" or "agglo" or "agglos" or "agglomeration"
            or "agglomerations" or "communaute de communes" or "communautes de communes" or "communaute urbaine" or "communautes urbaines"
            or "communaute d agglomeration" or "communautes d agglomeration" => KindGroup.Of(OrganisationKind.Epci),
        "universite" or "universites" or "university" or "universities" or "fac" or "facs" or "faculte" or "facultes"
            or "uni" or "unis" => KindGroup.Of(OrganisationKind.University),
        "hopital" or "hopitaux" or "hospital" or "hospitals" or "chu" or "chus" or "centre hospitalier"
            or "centres hospitaliers" => KindGroup.Of(OrganisationKind.Hospital),
        "media" or "medias" or "journal" or "journaux" or "presse" or "newspaper" or "newspapers" or "magazine" or "magazines" or "radio"
            or "radios" or "news outlets" or "news outlet" => KindGroup.Of(OrganisationKind.Media),
        "association" or "associations" or "asso" or "assos" or "ong" or "ongs" or "ngo" or "ngos" or "charity"
            or "charities" => KindGroup.Of(OrganisationKind.Association),
        "syndicat" or "syndicats" or "union" or "unions" or "trade union" or "trade unions" => KindGroup.Of(OrganisationKind.Union),
        "entreprise" or "entreprises" or "societe" or "societes" or "company" or "companies" or "business"
            or "businesses" => KindGroup.Of(OrganisationKind.Company),
        "club" or "clubs" or "club sportif" or "clubs sportifs" or "club de sport" or "clubs de sport" or "sports club" or "sports clubs" or "club de foot"
            or "clubs de foot" or "club de football" or "clubs de football" or "football clubs" => KindGroup.Of(OrganisationKind.SportsClub),
        "organisme public" or "organismes publics" or "administration" or "administrations" or "ministere" or "ministeres" or "prefecture"
            or "prefectures" or "ministry" or "ministries" or "public body" or "public bodies" => KindGroup.Of(OrganisationKind.StateBody),
        "mouvement" or "mouvements" or "movement" or "movements" => KindGroup.Of(OrganisationKind.Movement),
        "autre" or "autres" => KindGroup.Of(OrganisationKind.Other),
        "local authority" or "local authorities" or "collectivite" or "collectivites" or "collectivite territoriale"
            or "collectivites territoriales" or "collectivite locale" or "collectivites locales" => KindGroup.LocalAuthority,
        "person" or "persons" or "personne" or "personnes" or "elu" or "elus" or "elue" or "elues" or "politician" or "politicians" or "personnalite"
            or "personnalites" => KindGroup.Person,
        _ => null,
    };
}
