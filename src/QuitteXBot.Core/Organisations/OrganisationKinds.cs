namespace QuitteXBot.Core.Organisations;

/// <summary>The names of the kinds, as files, commands and JSON write them.</summary>
public static class OrganisationKinds
{
    private static readonly (OrganisationKind Kind, string Name)[] Names =
    [
        (OrganisationKind.Region, "region"),
        (OrganisationKind.Departement, "departement"),
        (OrganisationKind.Commune, "commune"),
        (OrganisationKind.Epci, "epci"),
        (OrganisationKind.University, "university"),
        (OrganisationKind.Hospital, "hospital"),
        (OrganisationKind.Media, "media"),
        (OrganisationKind.Association, "association"),
        (OrganisationKind.Union, "union"),
        (OrganisationKind.Company, "company"),
        (OrganisationKind.SportsClub, "sports-club"),
        (OrganisationKind.StateBody, "state-body"),
        (OrganisationKind.Movement, "movement"),
        (OrganisationKind.Other, "other"),
    ];

    public static IEnumerable<OrganisationKind> All => Names.Select(entry => entry.Kind);

    /// <summary>The kind's name: <c>sports-club</c>.</summary>
    public static string Name(this OrganisationKind kind) => Array.Find(Names, entry => entry.Kind == kind).Name ?? "other";

    /// <summary>Reads a name; a space serves for the hyphen (<c>sports club</c>).</summary>
    public static bool TryParse(string? name, out OrganisationKind kind)
    {
        var wanted = name?.Trim().Replace(' ', '-');
        var index = Array.FindIndex(Names, entry => string.Equals(entry.Name, wanted, StringComparison.OrdinalIgnoreCase));
        kind = index < 0 ? OrganisationKind.Other : Names[index].Kind;
        return index >= 0;
    }
}
