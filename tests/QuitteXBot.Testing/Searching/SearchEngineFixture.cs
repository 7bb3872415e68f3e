using QuitteXBot.Core;
using QuitteXBot.Core.Searching;

namespace QuitteXBot.Testing.Searching;

/// <summary>An index over <see cref="SearchSamples.All"/>, or over what a test gives to <see cref="Use"/>.</summary>
public abstract class SearchEngineFixture : IDisposable
{
    private readonly TemporaryFolder temporary = new();
    private ISearchIndex? index;
    private int built;

    protected ISearchIndex Index => index ??= Open(Build(SearchSamples.All));

    protected abstract ISearchEngine CreateEngine(Catalogue catalogue);

    public void Dispose()
    {
        index?.Dispose();
        temporary.Dispose();
        GC.SuppressFinalize(this);
    }

    protected void Use(params IndexDocument[] documents)
    {
        index?.Dispose();
        index = Open(Build(documents));
    }

    /// <returns>The folder of the new index.</returns>
    protected string Build(IEnumerable<IndexDocument> documents)
    {
        var folder = temporary[$"{built++}"];
        Directory.CreateDirectory(folder);
        CreateEngine(SearchSamples.Catalogue).BuildAsync(folder, documents.ToAsyncEnumerable(), CancellationToken.None).GetAwaiter().GetResult();
        return folder;
    }

    protected ISearchIndex Open(string folder) => CreateEngine(new Catalogue([], [])).Open(folder);

    protected SearchResult Query(SearchQuery query) => Index.Search(query);

    protected SearchResult Search(string text, DocumentKind? kind = null, bool prefixLast = false) =>
        Query(new SearchQuery(text, kind, PrefixLast: prefixLast));

    protected static IReadOnlyList<string> Ids(SearchResult result) => [.. result.Hits.Select(hit => hit.Id)];
}
