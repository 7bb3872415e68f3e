using QuitteXBot.Search.Names.Indexing;

namespace QuitteXBot.Search.Names.Resolving;

/// <summary>Where the one that is meant lies: "Saint-Denis (93)". Empty: anywhere.</summary>
internal readonly record struct Place(ushort Departement, ushort Region)
{
    public static readonly Place Anywhere = new(0, 0);

    public bool IsAnywhere => Departement == 0 && Region == 0;

    public bool Admits(OrganisationFacts facts) => IsAnywhere
        || (Departement != 0 && facts.Departement == Departement)
        || (Region != 0 && facts.Region == Region);
}
