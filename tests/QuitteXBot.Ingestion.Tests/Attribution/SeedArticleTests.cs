using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Ingestion.Attribution;

namespace QuitteXBot.Ingestion.Tests.Attribution;

/// <summary>The article that the bot ships with.</summary>
public sealed class SeedArticleTests
{
    private static readonly ExtractionResult Result = new Extractor(ProjectFiles.Catalogue, FakeNames.Territories).Extract(new Source
    {
        Id = "000_4973c41a31cc2682", Text = File.ReadAllText(Path.Combine(ProjectFiles.Seeds, "sources/000_4973c41a31cc2682.txt")), Published = Core.Dates.PartialDate.OfDay(new DateOnly(2025, 1, 20)),
    });

    [Fact]
    public void Extract_Seed_FindsFiveQuotes() => Assert.Equal(5, Result.Quotes.Length);

    [Fact]
    public void Extract_Seed_CutsTheQuoteWhoseEndIsLost()
    {
        var quote = Result.Quotes[0];

        Assert.StartsWith("Au fil des années", quote.Quote.Text, StringComparison.Ordinal);
        Assert.EndsWith("vecteur de division.", quote.Quote.Text, StringComparison.Ordinal);
        Assert.True(quote.Quote.Truncated);
        Assert.Equal(AttributionBasis.Unstated, quote.Attribution.Basis);
    }

    [Fact]
    public void Extract_Seed_MarksThePullQuote()
    {
        Assert.Equal([false, true, false, false, false], Result.Quotes.Select(quote => quote.Quote.Heading));
        Assert.Equal("Nous ne pouvons ni tolérer ni adhérer à ces excès", Result.Quotes[1].Quote.Text);
    }

    [Fact]
    public void Extract_Seed_NamesPersonAndOrganisations()
    {
        var president = Result.Quotes[2];
        Assert.Equal("Chaynesse Khirouni", president.Attribution.Speaker);
        Assert.Equal("présidente du Département", president.Attribution.Role);
        Assert.Equal("departement-54", president.Attribution.OrganisationId);
        Assert.Equal(StatementTopic.Why, president.Topic);
        Assert.Equal("harassment hate violence conspiracy privacy political-interference values", string.Join(' ', president.Reasons));

        Assert.Equal(["region-44", "departement-54"], Result.Quotes.Skip(3).Select(quote => quote.Attribution.OrganisationId));
        Assert.All(Result.Quotes.Skip(3), quote => Assert.Null(quote.Attribution.Speaker));
        Assert.All(Result.Quotes.Skip(3), quote => Assert.Equal(StatementTopic.Next, quote.Topic));
        Assert.Equal("Région Grand Est", SpeakerName.Of(Result.Quotes[3]));
    }
}
