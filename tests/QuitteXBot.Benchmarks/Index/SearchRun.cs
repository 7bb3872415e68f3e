using QuitteXBot.Benchmarks.Generator;
using QuitteXBot.Benchmarks.Measuring;

namespace QuitteXBot.Benchmarks.Index;

/// <summary>Searches one index, kind by kind.</summary>
internal static class SearchRun
{
    public const string Verb = "-search";

    private const int WarmUp = 100;

    public static Task<int> RunAsync(string[] arguments)
    {
        using var index = Engines.All[arguments[0]]().Open(arguments[1]);
        foreach (var (kind, queries) in QueryKinds.All(new StatementGenerator()))
        {
            for (var i = 0; i < WarmUp; i++)
                index.Search(queries[i % queries.Count]);
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
