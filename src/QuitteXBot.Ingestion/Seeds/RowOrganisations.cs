using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Ingestion.Seeds;

/// <summary>
/// Which organisation a row means. Its kind and the place in brackets tell homonyms apart; a name that the gazetteer does not have, or has only of
/// another nature ("Le Monde" as a place), gives an organisation of its own.
/// </summary>
internal sealed class RowOrganisations(IOrganisationResolver names, OrganisationBook book)
{
    public string Find(DepartureRow row, OrganisationKind kind)
    {
        var (name, bracket) = Split(row.Name);
        var found = Choose(names.ResolveExactly(row.Name), row, kind, null)
            ?? (bracket is null ? null : Choose(names.ResolveExactly(name), row, kind, names.ResolveExactly(bracket)));
        return found is null ? book.Found(row.Name, kind, row.Country) : book.Refer(found);
    }

    private static Organisation? Choose(Resolution resolution, DepartureRow row, OrganisationKind kind, Resolution? place)
    {
        if (resolution.Outcome == ResolutionOutcome.Resolved && resolution.Organisation is { } only)
            return Fits(only, row, kind) ? only : null;
        if (resolution.Outcome != ResolutionOutcome.Ambiguous)
            return null;
        var fitting = resolution.Candidates.Where(candidate => candidate.Kind == kind && Fits(candidate, row, kind)).ToList();
        if (fitting.Count > 1 && place is not null)
            fitting = [.. fitting.Where(candidate => LiesIn(candidate, place))];
        return fitting.Count == 1 ? fitting[0] : null;
    }

    private static bool Fits(Organisation organisation, DepartureRow row, OrganisationKind kind) =>
        organisation.Country == row.Country && (organisation.Kind == kind || (!IsTerritory(organisation.Kind) && !IsTerritory(kind)));

    private static bool IsTerritory(OrganisationKind kind) =>
        kind is OrganisationKind.Region or OrganisationKind.Departement or OrganisationKind.Commune or OrganisationKind.Epci;

    private static bool LiesIn(Organisation organisation, Resolution place) =>
        place.Candidates.Append(place.Organisation).OfType<Organisation>().Any(territory =>
            (territory.Kind == OrganisationKind.Region && territory.Code is not null && territory.Code == organisation.RegionCode)
            || (territory.Kind == OrganisationKind.Departement && territory.Code is not null && territory.Code == organisation.DepartementCode));

    private static (string Name, string? Bracket) Split(string name)
    {
        var open = name.IndexOf('(', StringComparison.Ordinal);
        return open > 0 && name.EndsWith(')') ? (name[..open].Trim(), name[(open + 1)..^1].Trim()) : (name, null);
    }
}
