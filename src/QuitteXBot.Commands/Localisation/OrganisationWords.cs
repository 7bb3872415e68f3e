using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Commands.Localisation;

/// <summary>What tells organisations of one name apart.</summary>
internal static class OrganisationWords
{
    /// <summary>«commune, Gironde», «université», "media, Germany".</summary>
    public static string Distinction(Organisation organisation, IOrganisationResolver names, Texts texts)
    {
        var kind = texts.Kind(organisation.Kind);
        if (organisation.Country != "FR")
            return Values.Country.FindByCode(organisation.Country) is { } country ? $"{kind}, {country.Name.In(texts.Language)}" : kind;
        if (organisation.Kind == OrganisationKind.Departement || organisation.Kind == OrganisationKind.Region)
            return organisation.Code is { } code ? $"{kind}, {code}" : kind;
        if (organisation.DepartementCode is not { } departementCode)
            return kind;
        var departement = names.Find("departement-" + departementCode) ?? names.Find("departement-" + departementCode.ToLowerInvariant());
        return $"{kind}, {departement?.ShortName ?? departement?.Name ?? departementCode}";
    }
}
