using QuitteXBot.Core.Results;
using QuitteXBot.Core.Searching;
using QuitteXBot.Search.Embedded;
using QuitteXBot.Search.Generations;
using QuitteXBot.Testing.Searching;

namespace QuitteXBot.Search.Tests.Generations;

public abstract class GenerationFixture : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    protected string IndexFolder => temporary["index"];

    public void Dispose() => temporary.Dispose();

    internal GenerationStore CreateStore(Action<BuildStep>? stepReached = null) =>
        new(IndexFolder, new EmbeddedSearchEngine(SearchSamples.Catalogue), TimeProvider.System) { StepReached = stepReached };

    protected static GenerationInput Input(params IndexDocument[] documents) =>
        new() { Documents = documents.ToAsyncEnumerable(), Catalogue = SearchSamples.Catalogue, Fingerprint = "f" };

    internal static async Task<GenerationManifest> BuildAsync(GenerationStore store, params IndexDocument[] documents)
    {
        var built = await store.BuildAsync(Input(documents), CancellationToken.None);
        Assert.True(built.IsSuccess, built.Error?.ToString());
        return built.Value;
    }

    protected static Task<IReadOnlyList<Error>> VerifyAsync(GenerationStore store) => store.VerifyAsync(null, CancellationToken.None);

    protected static int Found(GenerationLease? lease, string text) => lease!.Index.Search(new SearchQuery(text)).Total;

    /// <summary>Everything in the index folder that is not a finished generation, its switch or the lock.</summary>
    protected IEnumerable<string> Leftovers() =>
        Directory.GetFileSystemEntries(IndexFolder).Select(path => Path.GetFileName(path)!).Where(name => name.StartsWith('.') && name != ".lock");

    protected int Generations() => Directory.GetDirectories(IndexFolder).Count(path => !Path.GetFileName(path).StartsWith('.'));
}
