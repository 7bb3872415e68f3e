using QuitteXBot.Core.Searching;
using QuitteXBot.Search.Embedded;
using QuitteXBot.Search.Generations;
using QuitteXBot.Testing.Searching;

namespace QuitteXBot.Search.Lucene.Tests;

/// <summary>Generations of this engine switch as those of the embedded one do, and between the two.</summary>
public sealed class LuceneGenerationTests : IDisposable
{
    private static readonly SearchQuery Question = new("cyberharcèlement", DocumentKind.Statement);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Build_WhileAnOlderGenerationIsHeld_SwitchesAndLeavesItReading()
    {
        using var store = Store(new LuceneSearchEngine(SearchSamples.Catalogue));
        await BuildAsync(store, SearchSamples.Harbour);
        using var old = store.Acquire()!;
        await BuildAsync(store, SearchSamples.Library);
        await BuildAsync(store, SearchSamples.Union);
        await BuildAsync(store, SearchSamples.Library, SearchSamples.Hospital);

        using var now = store.Acquire()!;

        Assert.Equal(1, old.Index.Search(Question).Total);
        Assert.Equal(0, now.Index.Search(Question).Total);
        Assert.Equal((2, 0, "Lucene"), (now.Manifest.Statements, now.Manifest.Paragraphs, now.Manifest.Engine));
        Assert.Empty(await store.VerifyAsync(null, CancellationToken.None));
    }

    [Fact]
    public async Task Build_OverTheOtherEngine_ServesFromThenOn()
    {
        using (var embedded = Store(new EmbeddedSearchEngine(SearchSamples.Catalogue)))
            await BuildAsync(embedded, SearchSamples.Harbour);
        using var store = Store(new LuceneSearchEngine(SearchSamples.Catalogue));
        Assert.True(store.IsOfAnotherEngine());
        Assert.Throws<InvalidDataException>(() => store.Acquire());

        await BuildAsync(store, SearchSamples.Harbour);

        Assert.False(store.IsOfAnotherEngine());
        using var lease = store.Acquire()!;
        Assert.Equal(1, lease.Index.Search(Question).Total);
    }

    [Fact]
    public async Task Build_ThatFails_LeavesTheOldGenerationServing()
    {
        using var store = Store(new LuceneSearchEngine(SearchSamples.Catalogue));
        await BuildAsync(store, SearchSamples.Harbour);
        var broken = new GenerationInput { Documents = Broken(), Catalogue = SearchSamples.Catalogue };

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.BuildAsync(broken, CancellationToken.None));

        using var lease = store.Acquire()!;
        Assert.Equal(1, lease.Index.Search(Question).Total);
        Assert.Single(Directory.GetDirectories(folder.Path));
    }

    private static async IAsyncEnumerable<IndexDocument> Broken()
    {
        await Task.CompletedTask;
        yield return SearchSamples.Library;
        throw new InvalidOperationException("the store went away");
    }

    private static async Task BuildAsync(GenerationStore store, params IndexDocument[] documents)
    {
        var built = await store.BuildAsync(
            new GenerationInput { Documents = documents.ToAsyncEnumerable(), Catalogue = SearchSamples.Catalogue }, CancellationToken.None);
        Assert.True(built.IsSuccess, built.Error?.ToString());
    }

    private GenerationStore Store(ISearchEngine engine) => new(folder.Path, engine, TimeProvider.System);
}
