using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Ingestion.Tests.Seeds;

public sealed class SeedReaderRowsTests : IDisposable
{
    private readonly SeedFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Read_ShippedFile_LoadsEveryRow()
    {
        folder.Write("departures.csv", File.ReadAllText(Path.Combine(ProjectFiles.Seeds, "departures.csv")));

        var reading = await folder.ReadAsync();

        Assert.Empty(reading.Errors);
        Assert.Equal(85, reading.Batch.Reports.Length);
        Assert.Equal(5, reading.Batch.Reports.Count(report => report.Person is not null));
        Assert.All(reading.Batch.Reports, report => Assert.Contains('.', report.Citation.Outlet!));
        var known = reading.Batch.Organisations.Select(organisation => organisation.Id).ToHashSet();
        Assert.All(reading.Batch.Reports, report => Assert.True(report.OrganisationId is null ? report.Person is not null : known.Contains(report.OrganisationId)));
    }

    [Theory]
    [InlineData("announced", "2025-01", null, null)]
    [InlineData("effective", null, "2025-01", null)]
    [InlineData("mentioned", null, null, "2025-01")]
    public async Task Read_DateKind_SaysWhichDateItIs(string kind, string? announced, string? effective, string? observed)
    {
        var report = await ReadRow($"Ville de Paris,commune,FR,2025-01,{kind},mid-January,Facebook (Meta); tik tok,Bluesky,https://www.journal.fr/a?b=c,seen");

        Assert.Equal((announced, effective, observed), (report.Announced?.ToString(), report.Effective?.ToString(), report.Observed?.ToString()));
        Assert.Equal(["facebook", "tiktok"], report.PlatformsKept.ToArray());
        Assert.Equal(["bluesky"], report.PlatformsJoined.ToArray());
        Assert.Equal("mid-January; seen", report.Note);
        Assert.Equal(("commune-75056", "", "journal.fr", null, "https://www.journal.fr/a?b=c"), (report.OrganisationId, report.Citation.SourceId, report.Citation.Outlet, report.Citation.Published, report.Citation.Url));
    }

    [Fact]
    public async Task Read_AmbiguousName_IsDecidedByKindAndPlace()
    {
        var names = new FakeNames(
            FakeNames.Of("commune-97415", OrganisationKind.Commune, "Saint-Paul", "Commune de Saint-Paul") with { RegionCode = "04" },
            FakeNames.Of("commune-19235", OrganisationKind.Commune, "Saint-Paul", "Commune de Saint-Paul") with { RegionCode = "75" },
            FakeNames.Of("region-04", OrganisationKind.Region, "La Réunion") with { Code = "04" },
            FakeNames.Of("commune-1", OrganisationKind.Commune, "Challenges"));
        folder.Write("departures.csv", SeedFolder.Header
            + "Commune de Saint-Paul (La Réunion),commune,FR,,mentioned,,,,https://a.fr/1,\nChallenges,media,FR,,mentioned,,,,https://a.fr/2,\n");

        var reports = (await folder.ReadAsync(names)).Batch.Reports;

        Assert.Equal(["commune-97415", "media-challenges"], reports.Select(report => report.OrganisationId!));
    }

    [Theory]
    [InlineData("Ville de Paris,commune,FR,2025-13,announced,,,,https://a.fr/x,")]
    [InlineData("Ville de Paris,village,FR,2025,announced,,,,https://a.fr/x,")]
    [InlineData("Ville de Paris,commune,France,2025,announced,,,,https://a.fr/x,")]
    [InlineData("Ville de Paris,commune,FR,2025,rumoured,,,,https://a.fr/x,")]
    [InlineData("Ville de Paris,commune,FR,2025,,,,,https://a.fr/x,")]
    [InlineData("Ville de Paris,commune,FR,2025,announced,,Orkut,,https://a.fr/x,")]
    [InlineData("Ville de Paris,commune,FR,2025,announced,,,,javascript:alert(1),")]
    [InlineData(",commune,FR,2025,announced,,,,https://a.fr/x,")]
    [InlineData("Ville de Paris,commune,FR,2025,announced")]
    [InlineData("Ville \"de\" Paris,commune,FR,2025,announced,,,,https://a.fr/x,")]
    public async Task Read_FaultyRow_NamesItsLineAndReadsTheOthers(string row)
    {
        folder.Write("departures.csv", $"{SeedFolder.Header}CFDT,union,FR,2024,effective,,,,https://a.fr/1,\n{row}\nLDH,association,FR,2025,effective,,,,https://a.fr/1,\n");

        var reading = await folder.ReadAsync();

        Assert.Equal("seeds/departures.csv:3", Assert.Single(reading.Errors).Location);
        Assert.Equal(["union-cfdt", "association-ldh"], reading.Batch.Reports.Select(report => report.OrganisationId!));
        Assert.True(reading.Batch.ReportsIncomplete);
    }

    [Fact]
    public async Task Read_RowTwice_IsTold()
    {
        const string Row = "CFDT,union,FR,2024,effective,,,,https://a.fr/1,\n";

        var reading = await folder.Write("departures.csv", SeedFolder.Header + Row + Row).ReadAsync();

        Assert.Equal("seeds/departures.csv:3", Assert.Single(reading.Errors).Location);
        Assert.Single(reading.Batch.Reports);
    }

    [Theory]
    [InlineData("")]
    [InlineData("organisation,kind\nA,commune\n")]
    public async Task Read_WrongHeader_IsTold(string content) =>
        Assert.Equal("seeds/departures.csv:1", Assert.Single((await folder.Write("departures.csv", content).ReadAsync()).Errors).Location);

    [Fact]
    public async Task Read_HugeRow_IsTold()
    {
        var reading = await folder.Write("departures.csv", SeedFolder.Header + "\"" + new string('a', 300_000)).ReadAsync();

        Assert.NotEmpty(reading.Errors);
        Assert.Empty(reading.Batch.Reports);
    }

    private async Task<Core.Departures.DepartureReport> ReadRow(string row)
    {
        var reading = await folder.Write("departures.csv", SeedFolder.Header + row + "\n").ReadAsync();
        Assert.Empty(reading.Errors);
        return Assert.Single(reading.Batch.Reports);
    }
}
