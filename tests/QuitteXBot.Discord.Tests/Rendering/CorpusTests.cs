using System.Collections.Immutable;
using System.Text.Json;
using QuitteXBot.Core.Sources;
using QuitteXBot.Discord.Configuration;
using QuitteXBot.Discord.Interactions;
using QuitteXBot.Discord.Rendering;
using QuitteXBot.Ingestion;
using QuitteXBot.Ingestion.Configuration;
using QuitteXBot.Search.Names;
using QuitteXBot.Testing;
using Xunit.Abstractions;

namespace QuitteXBot.Discord.Tests.Rendering;

/// <summary>Every quote of the annotated articles, found by the ingestion or by a person, is read back out of what would be sent.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    /// <summary>Environment variable: a folder of <c>NN-slug.txt</c> with <c>NN-slug.gold.json</c>.</summary>
    private const string GoldFolder = "QUITTEXBOT_GOLD";

    /// <summary>As many as one answer has.</summary>
    private const int QuotesInAnswer = 10;

    private static readonly AnswerContext Context = new(1300000000000000001, QuestionKind.Command, "why", ImmutableDictionary<string, string>.Empty, 0, false, false);
    private static readonly Lazy<Extractor> Extractor = new(NewExtractor);
    private readonly AnswerRenderer renderer = new(new ComponentCodec(new DiscordOptions { Token = "a.b.c" }));

    [GoldTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void Render_WholeCorpus_UnrendersEveryQuoteByteForByte(bool plain)
    {
        var quotes = Directory.EnumerateFiles(Environment.GetEnvironmentVariable(GoldFolder)!, "*.txt").SelectMany(QuotesOf).ToList();
        output.WriteLine($"{quotes.Count} quotes, the longest of {quotes.Max(quote => quote.Length)} characters");
        Assert.True(quotes.Count > 100);

        foreach (var answer in quotes.Chunk(QuotesInAnswer))
            Assert.Equal(answer, Unrendering.Join(answer.Length, QuotesIn(answer, plain)));
    }

    private List<string> QuotesIn(string[] quotes, bool plain)
    {
        var reply = Replies.Of([.. quotes.Select((text, number) => Replies.Quote(text, number: number * 10))]);
        var found = new List<string>();
        for (var page = 0; page < AnswerRenderer.PagesOf(reply, plain).Length; page++)
            found.AddRange(Unrendering.QuotesIn(renderer.Render(reply, Context with { Page = page, PlainText = plain })));
        return found;
    }

    private static IEnumerable<string> QuotesOf(string file)
    {
        var text = File.ReadAllText(file).ReplaceLineEndings("\n");
        using var gold = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(file, ".gold.json")));
        var annotated = gold.RootElement.GetProperty("quotes").EnumerateArray().Select(quote => quote.GetProperty("text").GetString()!).ToList();
        return Extractor.Value.Extract(new Source { Id = "article", Text = text }).Quotes.Select(quote => quote.Quote.Text).Concat(annotated);
    }

    private static Extractor NewExtractor()
    {
        var config = Path.Combine(Repository.Root, "config");
        var names = Gazetteer.Read(config).Value!.Organisations;
        return new Extractor(CatalogueReader.Read(config).Value!, NameIndex.FromOrganisations(names.Select(organisation => (organisation, false))));
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
