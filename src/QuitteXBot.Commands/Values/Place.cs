using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Commands.Values;

/// <summary>Where an organisation lies: in a région, a département or a country; exactly one of the three is given.</summary>
/// <param name="Value">As the option writes it: the territory's id, or the country's code.</param>
internal sealed record Place(string Value, Organisation? Territory, Country? Country)
{
    public string? RegionCode => Territory?.Kind == OrganisationKind.Region ? Territory.Code : null;

    public string? DepartementCode => Territory?.Kind == OrganisationKind.Departement ? Territory.Code : null;
}
