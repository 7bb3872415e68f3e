using QuitteXBot.Search.Names;

namespace QuitteXBot.Search.Tests.Names;

/// <summary>The names that ship with the bot; records are those of <c>seeds/departures.csv</c> and of the seed article.</summary>
public sealed class RealNames
{
    public RealNames()
    {
        var gazetteer = Gazetteer.Read(RepositoryNames.Config);
        Assert.True(gazetteer.IsSuccess, gazetteer.Error?.ToString());
        Gazetteer = gazetteer.Value;

        var bare = NameIndex.FromOrganisations(Gazetteer.Organisations.Select(organisation => (organisation, false)));
        var recorded = RepositoryNames.Departures()
            .Select(row => bare.ResolveExactly(row.Name, row.Kind).Organisation ?? bare.ResolveExactly(row.Name).Organisation)
            .Select(organisation => organisation?.Id)
            .Append("departement-54")
            .ToHashSet();
        Index = NameIndex.FromOrganisations(Gazetteer.Organisations.Select(organisation => (organisation, recorded.Contains(organisation.Id))));
    }

    public Gazetteer Gazetteer { get; }

    public NameIndex Index { get; }
}

[CollectionDefinition(Name)]
public sealed class RealNamesCollection : ICollectionFixture<RealNames>
{
    public const string Name = "real names";
}
