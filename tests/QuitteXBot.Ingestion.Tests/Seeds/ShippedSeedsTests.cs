using QuitteXBot.Core.Statements;
using QuitteXBot.Ingestion.Seeds;

namespace QuitteXBot.Ingestion.Tests.Seeds;

/// <summary>The project's own seeds, through the real ingestion.</summary>
public sealed class ShippedSeedsTests
{
    private const string Article = "000_4973c41a31cc2682";

    [Fact]
    public async Task Read_ShippedSeeds_HaveNoFault()
    {
        var reading = await ReadAsync();

        Assert.Empty(reading.Errors);
        Assert.Equal(Article, Assert.Single(reading.Batch.Sources).Id);
        Assert.Equal(85 + 4, reading.Batch.Reports.Length);
    }

    [Fact]
    public async Task Read_Article_SaysWhyForBothBodies()
    {
        var why = (await ReadAsync()).Batch.Statements.Where(statement => statement is { Topic: StatementTopic.Why, Quote.Heading: false }).ToList();

        Assert.Equal(
            [
                ("region-44", AttributionBasis.Inferred, true, "polarisation"),
                ("departement-54", AttributionBasis.Stated, false, "harassment hate violence conspiracy privacy political-interference values"),
            ],
            why.Select(statement => (statement.Attribution.OrganisationId!, statement.Attribution.Basis, statement.Quote.Truncated, string.Join(' ', statement.Reasons))));
        Assert.Equal(("Chaynesse Khirouni", "2025-01-20"), (why[1].Attribution.Speaker, why[1].SaidOn.ToString()));
        Assert.All(why, statement => Assert.Equal(StatementStatus.Published, statement.Status));
    }

    [Fact]
    public async Task Read_Article_SaysWhatComesNextForBothBodies() => Assert.Equal(
        ["region-44", "departement-54"],
        (await ReadAsync()).Batch.Statements.Where(statement => statement.Topic == StatementTopic.Next).Select(statement => statement.Attribution.OrganisationId!));

    [Fact]
    public async Task Read_Article_ReportsFourDepartures()
    {
        var reports = (await ReadAsync()).Batch.Reports.Where(report => report.Citation.SourceId == Article).ToList();

        Assert.Equal(["region-44", "departement-54", "Franck Leroy", "Chaynesse Khirouni"], reports.Select(report => report.OrganisationId ?? report.Person!));
        Assert.Equal((null, "2025-01-20"), (reports[0].Announced?.ToString(), reports[1].Announced?.ToString()));
    }

    private static Task<SeedReading> ReadAsync() =>
        new SeedReader(new Extractor(ProjectFiles.Catalogue, FakeNames.Territories), FakeNames.Territories, ProjectFiles.Catalogue).ReadAsync(ProjectFiles.Seeds, null, CancellationToken.None);
}
