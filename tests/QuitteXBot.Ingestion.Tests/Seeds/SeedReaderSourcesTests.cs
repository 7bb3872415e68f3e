using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Ingestion.Tests.Seeds;

public sealed class SeedReaderSourcesTests : IDisposable
{
    private const string Text = "La Région quitte X. « Le réseau est devenu haineux. » « Au revoir. »";

    private static readonly ExtractedDeparture Region = new()
    {
        OrganisationId = "region-44", Organisation = "Région Grand Est", Kind = OrganisationKind.Region, Action = DepartureAction.Leaves, Start = 0, End = 18,
    };

    private readonly SeedFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Read_SourceWithMetadata_GivesSourceAndStatements()
    {
        var reading = await folder.Source("a-1", Text).ReadAsync();

        Assert.Empty(reading.Errors);
        var source = Assert.Single(reading.Batch.Sources);
        Assert.Equal(("a-1", Text, "Le Journal", "2025-01-21", "courte citation"), (source.Id, source.Text, source.Outlet, source.Published.ToString(), source.RightsNote));
        Assert.Equal(2, reading.Batch.Statements.Length);
        Assert.All(reading.Batch.Statements, statement => Assert.Equal(statement.Quote.Text, Text[statement.Quote.Start..statement.Quote.End]));
        Assert.All(reading.Batch.Statements, statement => Assert.Equal(StatementStatus.Published, statement.Status));
    }

    [Fact]
    public async Task Read_Twice_GivesTheSame()
    {
        folder.Departures = [Region];
        folder.Source("b", Text).Source("a", Text).Write("departures.csv", SeedFolder.Header + "Ville de Paris,commune,FR,2025,announced,,,,https://a.fr/x,\n");

        var (first, second) = (await folder.ReadAsync(), await folder.ReadAsync());

        Assert.Equal(["a", "b"], first.Batch.Sources.Select(source => source.Id));
        Assert.Equal(first.Batch.Statements.Select(statement => statement.Id), second.Batch.Statements.Select(statement => statement.Id));
        Assert.Equal(first.Batch.Reports.Select(report => report.Id), second.Batch.Reports.Select(report => report.Id));
        Assert.Equal(3, first.Batch.Reports.Select(report => report.Id).Distinct().Count());
    }

    [Fact]
    public async Task Read_Correction_ChangesWhatItNamesAndConfirmsIt()
    {
        folder.Departures = [Region];
        folder.Confidence = new Confidence(0.1, 0.1, 0.1, 0.1);
        var reading = await folder.Source("a", Text, SeedFolder.Metadata + "corrections:\n  - quote: Le réseau est\n    organisation: Région Grand Est\n    attribution: {basis: inferred, speaker: Jeanne Petit}\n    reasons: [hate]\n").ReadAsync();

        Assert.Empty(reading.Errors);
        var (mended, other) = (reading.Batch.Statements[0], reading.Batch.Statements[1]);
        Assert.Equal(("region-44", "Région Grand Est", "Jeanne Petit", AttributionBasis.Inferred), (mended.Attribution.OrganisationId, mended.Attribution.OrganisationName, mended.Attribution.Speaker, mended.Attribution.Basis));
        Assert.Equal((StatementTopic.Why, StatementStatus.Published), (mended.Topic, mended.Status));
        Assert.Equal("hate", Assert.Single(mended.Reasons));
        Assert.Equal((StatementTopic.Other, StatementStatus.Draft), (other.Topic, other.Status));
        Assert.Equal(["region-44"], reading.Batch.Organisations.Select(organisation => organisation.Id));
        Assert.Equal("region-44", Assert.Single(reading.Batch.Persons).OrganisationId);
    }

    [Fact]
    public async Task Read_CorrectionSaysNoStatement_LeavesItOut()
    {
        var reading = await folder.Source("a", Text, SeedFolder.Metadata + "corrections:\n  - quote: Au revoir\n    statement: false\n").ReadAsync();

        Assert.Equal("Le réseau est devenu haineux.", Assert.Single(reading.Batch.Statements).Quote.Text);
    }

    [Fact]
    public async Task Read_FlaggedDocument_GivesDrafts()
    {
        folder.Flags = ["lost-quotes"];

        Assert.All((await folder.Source("a", Text).ReadAsync()).Batch.Statements, statement => Assert.Equal(StatementStatus.Draft, statement.Status));
    }

    [Fact]
    public async Task Read_Departure_BecomesACitedReport()
    {
        folder.Departures = [Region, Region with { OrganisationId = null, Organisation = "Mairie de Trou-les-Bains", Kind = OrganisationKind.Commune, Start = 3 }, Region with { OrganisationId = null, Organisation = null, Person = "Jeanne Petit" }];
        var reading = await folder.Source("a", Text).ReadAsync();

        var report = reading.Batch.Reports[0];
        Assert.Matches("^d[0-9a-f]{12}$", report.Id);
        Assert.Equal(("a", "Le Journal", 0, 18, "", ". « Le réseau est devenu haineux"), (report.Citation.SourceId, report.Citation.Outlet, report.Citation.Start, report.Citation.End, report.Citation.Prefix, report.Citation.Suffix));
        Assert.Equal(["commune-mairie-de-trou-les-bains", "region-44"], reading.Batch.Organisations.Select(organisation => organisation.Id));
        Assert.Equal((null, "Jeanne Petit"), (reading.Batch.Reports[2].OrganisationId, reading.Batch.Reports[2].Person));
        Assert.Equal("person-jeanne-petit", Assert.Single(reading.Batch.Persons).Id);
    }

    [Theory]
    [InlineData("Elle le dit ce lundi 20 janvier : « Adieu. »", "2025-01-20")]
    [InlineData("Élue le 3 mars 2021, elle dit « Adieu. »", "2025-01-21")]
    [InlineData("« Adieu. »", "2025-01-21")]
    public async Task Read_Quote_IsDatedByItsSentenceOrThePublication(string text, string saidOn) =>
        Assert.Equal(saidOn, Assert.Single((await folder.Source("a", text).ReadAsync()).Batch.Statements).SaidOn.ToString());

    [Theory]
    [InlineData("outlet: A\nlanguage: fr\npublished: 2025-02-30\nrights: r\n", "seeds/sources/bad.yml:3")]
    [InlineData("outlet: A\nlanguage: fr\npublished: 2025\n", "seeds/sources/bad.yml:1")]
    [InlineData("outlet: A\nlanguage: de\npublished: 2025\nrights: r\n", "seeds/sources/bad.yml:2")]
    [InlineData(SeedFolder.Metadata + "colour: red\n", "seeds/sources/bad.yml:5")]
    [InlineData(SeedFolder.Metadata + "url: ftp://a\n", "seeds/sources/bad.yml:5")]
    [InlineData(SeedFolder.Metadata + "title: [\n", "seeds/sources/bad.yml:6")]
    [InlineData(SeedFolder.Metadata + "corrections:\n  - quote: Rien de tel\n    topic: why\n", "seeds/sources/bad.yml:6")]
    [InlineData(SeedFolder.Metadata + "corrections:\n  - start: 1\n    end: 2\n", "seeds/sources/bad.yml:6")]
    [InlineData(SeedFolder.Metadata + "corrections:\n  - topic: why\n", "seeds/sources/bad.yml:6")]
    [InlineData(SeedFolder.Metadata + "corrections:\n  - quote: Au revoir\n    topic: whence\n", "seeds/sources/bad.yml:7")]
    [InlineData(SeedFolder.Metadata + "corrections:\n  - quote: Au revoir\n    reasons: [hat]\n", "seeds/sources/bad.yml:7")]
    [InlineData(SeedFolder.Metadata + "corrections:\n  - quote: Au revoir\n    organisation: Zblorg\n", "seeds/sources/bad.yml:6")]
    [InlineData(SeedFolder.Metadata + "corrections:\n  - quote: Au revoir\n    attribution: {speeker: A}\n", "seeds/sources/bad.yml:7")]
    public async Task Read_FaultyMetadata_NamesFileAndLineAndReadsTheOthers(string metadata, string location)
    {
        var reading = await folder.Source("bad", Text, metadata).Source("good", Text).ReadAsync();

        Assert.Equal(location, Assert.Single(reading.Errors).Location);
        Assert.Equal("good", Assert.Single(reading.Batch.Sources).Id);
        Assert.Equal("bad", Assert.Single(reading.Batch.UnreadableSourceIds));
        Assert.True(reading.Batch.ReportsIncomplete);
    }

    [Fact]
    public async Task Read_FileWithoutItsPartner_IsTold()
    {
        var reading = await folder.Write("sources/alone.txt", Text).Write("sources/empty.yml", SeedFolder.Metadata).Write("sources/Bad Name.txt", "").Write("sources/a.pdf", "").ReadAsync();

        Assert.Equal(
            ["seeds/sources/Bad Name.txt", "seeds/sources/a.pdf", "seeds/sources/alone.txt", "seeds/sources/empty.yml"], reading.Errors.Select(error => error.Location!));
        Assert.Equal(["alone", "empty"], reading.Batch.UnreadableSourceIds.ToArray());
    }

    [Fact]
    public async Task Read_EmptyFolder_GivesAnEmptyBatch()
    {
        var reading = await folder.ReadAsync();

        Assert.Empty(reading.Errors);
        Assert.Equal(new IngestBatch().Sources, reading.Batch.Sources);
    }
}
