using QuitteXBot.Benchmarks.Generator;
using QuitteXBot.Benchmarks.Measuring;
using QuitteXBot.Core.Searching;
using QuitteXBot.Testing.Searching;

namespace QuitteXBot.Benchmarks.Index;

/// <summary>
/// Asks two engines the same, and tells for each kind of search in how many of a hundred both agree on the first result and on how many there are,
/// and how many of a hundred first ten results they share. The project's own questions are asked of the project's own texts.
/// </summary>
internal static class AgreementRun
{
    public const string Verb = "-agree";

    private const int Compared = 10;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var names = arguments[..2];
        var folder = arguments[2];
        using (var first = Engines.All[names[0]]().Open(Path.Combine(folder, names[0])))
        using (var second = Engines.All[names[1]]().Open(Path.Combine(folder, names[1])))
        {
            foreach (var (kind, queries) in QueryKinds.All(new StatementGenerator()))
                Report(kind, first, second, queries);
        }

        var own = new List<ISearchIndex>();
        foreach (var name in names)
        {
            var texts = Directory.CreateDirectory(Path.Combine(folder, $"{string.Join('-', names)}-{name}")).FullName;
            await Engines.All[name]().BuildAsync(texts, ProjectTexts.Documents.ToAsyncEnumerable(), CancellationToken.None);
            own.Add(Engines.All[name]().Open(texts));
        }

        Report("the project's own questions", own[0], own[1], [.. ProjectTexts.Questions.Select(question => new SearchQuery(question))]);
        own.ForEach(index => index.Dispose());
        return 0;
    }

    private static void Report(string kind, ISearchIndex first, ISearchIndex second, IReadOnlyList<SearchQuery> queries)
    {
        int answered = 0, sameFirst = 0, sameTotal = 0, shared = 0, found = 0;
        foreach (var query in queries)
        {
            var (one, other) = (first.Search(query with { Limit = Compared }), second.Search(query with { Limit = Compared }));
            answered += one.Total > 0 ? 1 : 0;
            sameTotal += one.Total == other.Total ? 1 : 0;
            sameFirst += one.Hits.FirstOrDefault()?.Id == other.Hits.FirstOrDefault()?.Id ? 1 : 0;
            found += Math.Max(one.Hits.Length, other.Hits.Length);
            shared += one.Hits.Select(hit => hit.Id).Intersect(other.Hits.Select(hit => hit.Id)).Count();
        }

        Child.Report(kind + "/answered", 100.0 * answered / queries.Count);
        Child.Report(kind + "/same first", 100.0 * sameFirst / queries.Count);
        Child.Report(kind + "/same number", 100.0 * sameTotal / queries.Count);
        Child.Report(kind + "/of the first ten", found == 0 ? 100 : 100.0 * shared / found);
    }
}
