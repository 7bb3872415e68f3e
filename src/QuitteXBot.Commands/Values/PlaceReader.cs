using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Commands.Values;

/// <summary>Names → places. A town stands for its département, because departures are listed by région, département and country.</summary>
internal static class PlaceReader
{
    /// <summary>Reads an option's value: a territory's id, a country's code, or a name of either.</summary>
    public static Place? Find(IOrganisationResolver names, string text)
    {
        if (names.Find(text) is { } known)
            return Of(names, known);
        if ((Country.FindByCode(text) ?? Country.Find(text)) is { } country)
            return new Place(country.Code, null, country);
        return Find(names, names.Resolve(text));
    }

    /// <summary>The place that a resolved or ambiguous name means: of homonyms the région, then the département.</summary>
    public static Place? Find(IOrganisationResolver names, Resolution resolution)
    {
        if (resolution.Outcome == ResolutionOutcome.Unknown)
            return null;
        if (resolution.Organisation is { } organisation)
            return Of(names, organisation);
        var territory = resolution.Candidates.FirstOrDefault(candidate => candidate.Kind == OrganisationKind.Region)
            ?? resolution.Candidates.FirstOrDefault(candidate => candidate.Kind == OrganisationKind.Departement);
        if (territory is not null)
            return Of(names, territory);
        var town = resolution.Candidates.FirstOrDefault(candidate => candidate.DepartementCode is not null);
        return town is not null && resolution.Candidates.All(candidate => candidate.DepartementCode == town.DepartementCode) ? Of(names, town) : null;
    }

    private static Place? Of(IOrganisationResolver names, Organisation organisation)
    {
        if (organisation.Kind is OrganisationKind.Region or OrganisationKind.Departement)
            return new Place(organisation.Id, organisation, null);
        if (organisation.Kind is not (OrganisationKind.Commune or OrganisationKind.Epci))
            return null;
        var departement = organisation.DepartementCode is { } code ? names.Find($"departement-{code.ToLowerInvariant()}") ?? names.Find($"departement-{code}") : null;
        return departement is null ? null : new Place(departement.Id, departement, null);
    }
}
