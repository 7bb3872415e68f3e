using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Core.Sources;
using QuitteXBot.Ingestion.Attribution;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Tests.Quotes;

/// <summary>Alone, because it measures the process's own time: the machine may be busy with other things.</summary>
[CollectionDefinition(nameof(ExtractorProperties), DisableParallelization = true)]
[Collection(nameof(ExtractorProperties))]
public sealed class ExtractorProperties
{
    private static readonly Extractor Extractor = new(ProjectFiles.Catalogue, FakeNames.Territories);

    private static readonly string[] Pieces =
    [
        "«", "»", "“", "”", "„", "\"", "‹", "›", "‘", "’", "'", "<<", ">>", " ", "\u00a0", "\u202f", "\n", "\n\n", ".", ",", ":", "…", "!", "?", "—", "(", ")", "[…]", "😀", "\ud83d", "\u0301", "\0",
        "dit", "déclare", "-t-il", "a-t-elle", "le maire", "la Région", "Marie Durand", "M.", "Mme", "selon", "pour", "que", "qu'", "l'", "de", "X", "Nous partons", "toxique", "et", "président de la", "1", "a",
    ];

    [Fact]
    public void Extract_AnyMixOfMarksAndWords_GivesOrderedVerbatimQuotes()
    {
        var texts = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces));
        Prop.ForAll(texts.ToArbitrary(), Holds).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Extract_AnyString_GivesOrderedVerbatimQuotes() =>
        Prop.ForAll(ArbMap.Default.GeneratorFor<string>().Where(text => text is not null).ToArbitrary(), Holds).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("«", 100_000)]
    [InlineData("«»", 50_000)]
    [InlineData("« a » ", 50_000)]
    [InlineData("« a\n", 50_000)]
    [InlineData("‘a a’ ", 50_000)]
    [InlineData("M. Dupont dit « a », ", 20_000)]
    [InlineData("« oui, dit-il, non, ", 20_000)]
    [InlineData("le président de la ", 30_000)]
    public void Extract_RepeatedMarks_TakesUnderASecond(string piece, int times) => Assert.True(Seconds(string.Concat(Enumerable.Repeat(piece, times))) < 1);

    [Fact]
    public void Attribute_OneMegabyteOfProse_TakesUnderASecond()
    {
        var articles = Directory.EnumerateFiles(Path.Combine(ProjectFiles.Root, "tests/QuitteXBot.Ingestion.Tests/Articles"), "*.txt").Select(File.ReadAllText);
        var once = string.Join("\n\n", articles);
        var text = string.Concat(Enumerable.Repeat(once, (1_000_000 / once.Length) + 1));
        var attributor = new QuoteAttributor(FakeNames.Territories);

        Assert.True(Seconds(() => attributor.Attribute(Document.Read(text))) < 1);
    }

    private static double Seconds(string text)
    {
        var source = new Source { Id = "long", Text = text };
        return Seconds(() => Extractor.Extract(source));
    }

    private static double Seconds(Action action)
    {
        var best = double.MaxValue;
        for (var i = 0; i < 3 && best >= 1; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            action();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        return best;
    }

    private static bool Holds(string text)
    {
        var last = 0;
        foreach (var quote in Extractor.Extract(new Source { Id = "any", Text = text }).Quotes.Select(found => found.Quote))
        {
            if (CodePoints.Slice(text, quote.Start, quote.End) != quote.Text || quote.Text.Length == 0 || quote.Start < last)
                return false;
            if (!text.Contains(quote.Prefix + quote.Text + quote.Suffix, StringComparison.Ordinal))
                return false;
            last = quote.End;
        }

        return true;
    }
}
