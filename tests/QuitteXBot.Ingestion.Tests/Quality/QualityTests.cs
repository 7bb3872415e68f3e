using Xunit.Abstractions;

namespace QuitteXBot.Ingestion.Tests.Quality;

/// <summary>How well quotes and speakers are found: on this project's own articles always, on a folder of others where one is given.</summary>
public sealed class QualityTests(ITestOutputHelper output)
{
    /// <summary>Environment variable: a folder of <c>NN-slug.txt</c> with <c>NN-slug.gold.json</c>.</summary>
    private const string GoldFolder = "QUITTEXBOT_GOLD";

    private static readonly Extractor Extractor = new(ProjectFiles.Catalogue, FakeNames.Territories);

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.8)]
    public void Extract_OwnArticles_HoldsTheBars(double overlap)
    {
        var articles = GoldArticle.ReadAll(Path.Combine(ProjectFiles.Root, "tests/QuitteXBot.Ingestion.Tests/Articles"));
        Assert.True(articles.Count >= 12);
        Hold(articles, overlap, mostNonQuotes: 1, departures: null);
    }

    [GoldTheory]
    [InlineData(0.3)]
    [InlineData(0.8)]
    public void Extract_GoldFolder_HoldsTheBars(double overlap)
    {
        var articles = GoldArticle.ReadAll(Environment.GetEnvironmentVariable(GoldFolder)!);
        Assert.NotEmpty(articles);
        Hold(articles, overlap, mostNonQuotes: 2, departures: 0);
    }

    private void Hold(IReadOnlyList<GoldArticle> articles, double overlap, int mostNonQuotes, int? departures)
    {
        var score = Scorer.Run(articles, Extractor, overlap);
        output.WriteLine(score.ToString());
        var report = $"{score}\n{string.Join('\n', score.Faults)}";
        output.WriteLine(string.Join('\n', score.Faults));
        Assert.True(score.Precision >= 96, report);
        Assert.True(score.Recall >= 97, report);
        Assert.True(score.Speaker >= 90, report);
        Assert.True(score.Role >= 80, report);
        Assert.True(score.Organisation >= 80, report);
        Assert.True(score.NonQuotesTaken <= mostNonQuotes, report);
        Assert.Equal(0, score.NotVerbatim);
        if (departures is { } wanted)
            Assert.Equal(wanted, score.Departures);
    }

    /// <summary>Skipped, with the reason, where no folder is given.</summary>
    private sealed class GoldTheoryAttribute : TheoryAttribute
    {
        public GoldTheoryAttribute()
        {
            if (!Directory.Exists(Environment.GetEnvironmentVariable(GoldFolder)))
                Skip = $"{GoldFolder} names no folder of annotated articles.";
        }
    }
}
