using QuitteXBot.Core.Organisations;
using QuitteXBot.Search.Names;

namespace QuitteXBot.Search.Tests.Names;

[Collection(RealNamesCollection.Name)]
public sealed class GazetteerTests(RealNames names) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gazetteer-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_Shipped_HasNoProblem() => Assert.Empty(names.Gazetteer.Problems);

    [Theory]
    [InlineData(OrganisationKind.Region, 18)]
    [InlineData(OrganisationKind.Departement, 101 + 8 + 1)]
    [InlineData(OrganisationKind.Commune, 34_969)]
    [InlineData(OrganisationKind.Epci, 1_255 + 11)]
    public void Read_Shipped_HasAllTerritories(OrganisationKind kind, int count) =>
        Assert.Equal(count, names.Gazetteer.Organisations.Count(organisation => organisation.Kind == kind));

    [Theory]
    [InlineData("region-44", "Région Grand Est")]
    [InlineData("region-11", "Région Île-de-France")]
    [InlineData("region-94", "Collectivité de Corse")]
    [InlineData("departement-54", "Département de Meurthe-et-Moselle")]
    [InlineData("departement-57", "Département de la Moselle")]
    [InlineData("departement-35", "Département d'Ille-et-Vilaine")]
    [InlineData("departement-02", "Département de l'Aisne")]
    [InlineData("departement-59", "Département du Nord")]
    [InlineData("departement-88", "Département des Vosges")]
    [InlineData("departement-44", "Département de Loire-Atlantique")]
    [InlineData("departement-974", "Département de La Réunion")]
    [InlineData("commune-33063", "Ville de Bordeaux")]
    [InlineData("commune-72181", "Ville du Mans")]
    [InlineData("commune-17300", "Ville de La Rochelle")]
    [InlineData("commune-85194", "Ville des Sables-d'Olonne")]
    [InlineData("commune-2A004", "Ville d'Ajaccio")]
    [InlineData("commune-94038", "Ville de L'Haÿ-les-Roses")]
    [InlineData("commune-60676", "Commune de Ville")]
    [InlineData("epci-243300316", "Bordeaux Métropole")]
    [InlineData("epci-200000172", "Communauté de communes Faucigny - Glières")]
    public void Read_Shipped_HasOfficialName(string id, string name) => Assert.Equal(name, names.Index.Find(id)?.Name);

    [Fact]
    public void Read_Commune_HasPlaceAndPopulation()
    {
        var bordeaux = names.Index.Find("commune-33063")!;
        Assert.Equal(("Bordeaux", "33063", "FR"), (bordeaux.ShortName, bordeaux.Code, bordeaux.Country));
        Assert.Equal(("33", "75"), (bordeaux.DepartementCode, bordeaux.RegionCode));
        Assert.InRange(bordeaux.Population ?? 0, 200_000, 400_000);
    }

    [Fact]
    public void Read_MissingFile_NamesIt()
    {
        var result = Gazetteer.Read(_folder);
        Assert.False(result.IsSuccess);
        Assert.Equal("gazetteer/regions.csv", result.Error.Location);
    }

    [Fact]
    public void Read_BrokenRows_AreReportedAndTheOthersLoaded()
    {
        WriteSmallConfig();
        File.WriteAllText(Path.Combine(_folder, "organisations.csv"), """
            id,kind,name,short_name,aliases,country,departement,region,code
            media-un,media,Un,,Premier; The First,FR,,,
            media-deux,journal,Deux,,,FR,,,
            union-trois,media,Trois,,,FR,,,
            media-quatre,media,Quatre
            media-un,media,Encore un,,,FR,,,
            media-cinq,media,"Cinq,,,FR,,,
            media-six,media,Six,,,France,,,
            media-sept,media,,,,FR,,,
            media-huit,media,Huit,,,FR,,,
            """);
        File.AppendAllText(Path.Combine(_folder, "gazetteer", "communes.csv"), "54002,Autre,zéro,54,3\n54003,Encore,0,54,-5\n");
        File.AppendAllText(Path.Combine(_folder, "aliases.csv"), "Alias,media-inconnu\n,media-un\nNuméro un,media-un\n");

        var gazetteer = Gazetteer.Read(_folder).Value!;
        Assert.Equal(
            [
                "gazetteer/communes.csv:3", "gazetteer/communes.csv:4", "organisations.csv:3", "organisations.csv:4", "organisations.csv:5",
                "organisations.csv:6", "organisations.csv:7", "organisations.csv:8", "organisations.csv:9", "aliases.csv:2", "aliases.csv:3",
            ],
            gazetteer.Problems.Select(problem => problem.Location));
        Assert.Equal(
            ["commune-54001", "departement-54", "epci-1", "media-huit", "media-un", "region-44"],
            gazetteer.Organisations.Select(one => one.Id).Order());
        Assert.Equal<string>(["Premier", "The First", "Numéro un"], gazetteer.Organisations.Single(one => one.Id == "media-un").Aliases);
    }

    [Fact]
    public void Read_MissingColumn_NamesIt()
    {
        WriteSmallConfig();
        File.WriteAllText(Path.Combine(_folder, "aliases.csv"), "alias,organisation\n");
        Assert.Equal(("gazetteer-column-missing", "aliases.csv:1"), (Gazetteer.Read(_folder).Error?.Code, Gazetteer.Read(_folder).Error?.Location));
    }

    [Fact]
    public void Read_HugeRow_IsAnError()
    {
        WriteSmallConfig();
        File.AppendAllText(Path.Combine(_folder, "aliases.csv"), new string('a', 100_000));
        Assert.Equal("gazetteer-damaged", Gazetteer.Read(_folder).Error?.Code);
    }

    private void WriteSmallConfig()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "gazetteer"));
        File.WriteAllText(Path.Combine(_folder, "gazetteer", "regions.csv"), "code,name,liaison,official_name,population\n44,Grand Est,2,,5000000\n");
        File.WriteAllText(
            Path.Combine(_folder, "gazetteer", "departements.csv"),
            "code,name,liaison,official_name,region,governed_by,population\n54,Meurthe-et-Moselle,0,,44,,700000\n");
        File.WriteAllText(Path.Combine(_folder, "gazetteer", "communes.csv"), "code,name,liaison,departement,population\n54001,Abaucourt,1,54,300\n");
        File.WriteAllText(Path.Combine(_folder, "gazetteer", "epci.csv"), "siren,name,type,departement,population\n1,CC du Pays,CC,54,4000\n");
        File.WriteAllText(Path.Combine(_folder, "organisations.csv"), "id,kind,name,short_name,aliases,country,departement,region,code\n");
        File.WriteAllText(Path.Combine(_folder, "aliases.csv"), "alias,id\n");
    }
}
