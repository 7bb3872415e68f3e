using QuitteXBot.Benchmarks.Generator;
using QuitteXBot.Benchmarks.Measuring;

namespace QuitteXBot.Benchmarks.Index;

/// <summary>Searches one index, kind by kind.</summary>
internal static class SearchRun
{
    public const string Verb = "-search";

    public static Task<int> RunAsync(string[] arguments)
    {
        using var index = Engines.All[arguments[0]]().Open(arguments[1]);
        var kinds = QueryKinds.All(new StatementGenerator()).ToList();

        // Once for the compiler, which works on in the background, and once for the figures.
        foreach (var query in kinds.SelectMany(kind => kind.Queries))
            index.Search(query);
        foreach (var (kind, queries) in kinds)
        {
            var latencies = new Latencies();
            long found = 0;
            foreach (var query in queries)
                latencies.Time(() => found += index.Search(query).Total);
            Child.Report(kind + "/p50", latencies.Percentile(0.5));
            Child.Report(kind + "/p99", latencies.Percentile(0.99));
            Child.Report(kind + "/found", (double)found / queries.Count);
        }

        Child.ReportMemory();
        return Task.FromResult(0);
    }
}
