using System.Diagnostics;
using System.Globalization;
using System.Text;
using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Sources;
using QuitteXBot.Extraction;

namespace QuitteXBot.Benchmarks.Extraction;

/// <summary>Extraction from a thousand articles on one thread: the regression tests' articles, over and over.</summary>
internal static class ExtractionBenchmark
{
    private const int Articles = 1_000;

    public static Task<int> RunAsync(string[] arguments)
    {
        var root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", ".."));
        var texts = Directory.GetFiles(Path.Combine(root, "tests", "QuitteXBot.Ingestion.Tests", "Articles"), "*.txt").Order(StringComparer.Ordinal)
            .Select(File.ReadAllText).ToList();
        var extractor = ExtractorFactory.Create(Path.Combine(AppContext.BaseDirectory, "config"), fault => Console.Error.WriteLine(fault)).Value
            ?? throw new InvalidOperationException("the extractor could not be made");
        Run(extractor, texts, 5 * Articles);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        var (bytes, quotes) = Run(extractor, texts, Articles);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Articles} articles, {bytes / 1e6:0.00} MB, {quotes} quotes: {bytes / 1e6 / seconds:0.0} MB/s by the clock, {bytes / 1e6 / processor:0.0} MB/s of processor time"));
        return Task.FromResult(0);
    }

    private static (long Bytes, int Quotes) Run(IExtractor extractor, List<string> texts, int articles)
    {
        var (bytes, quotes) = (0L, 0);
        for (var i = 0; i < articles; i++)
        {
            var text = texts[i % texts.Count];
            bytes += Encoding.UTF8.GetByteCount(text);
            quotes += extractor.Extract(new Source { Id = $"article-{i}", Text = text }).Quotes.Length;
        }

        return (bytes, quotes);
    }
}
