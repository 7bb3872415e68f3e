using QuitteXBot.Core;
using QuitteXBot.Core.Platforms;
using QuitteXBot.Core.Searching;
using QuitteXBot.Search.Generations;
using QuitteXBot.Testing.Searching;

namespace QuitteXBot.Search.Tests.Generations;

public sealed class GenerationStoreTests : GenerationFixture
{
    [Fact]
    public async Task Acquire_NothingBuilt_ReturnsNull()
    {
        using var store = CreateStore();
        Assert.Null(store.Acquire());
        Assert.Equal("index-missing", Assert.Single(await VerifyAsync(store)).Code);
        store.Recover();
        Assert.False(Directory.Exists(IndexFolder));
    }

    [Fact]
    public async Task Acquire_Built_GivesIndexCatalogueAndManifest()
    {
        using var store = CreateStore();
        var input = Input(SearchSamples.Harbour, SearchSamples.Paragraph) with
        {
            Catalogue = SearchSamples.Catalogue with { Platforms = [new Platform("bluesky", "Bluesky", ["BlueSky", "bsky"])] },
            WriteMore = (folder, cancellationToken) => File.WriteAllTextAsync(Path.Combine(folder, "names.bin"), "names", cancellationToken),
        };
        var built = await store.BuildAsync(input, CancellationToken.None);
        using var lease = store.Acquire()!;
        Assert.Equal(built.Value!.Id, lease.Id);
        Assert.Equal(1, Found(lease, "kerlevan"));
        Assert.Equal((1, 1, "f", "Embedded"), (lease.Manifest.Statements, lease.Manifest.Paragraphs, lease.Manifest.Fingerprint, lease.Manifest.Engine));
        Assert.Equal("names", lease.Part(folder => File.ReadAllText(Path.Combine(folder, "names.bin"))));
        Assert.Equal(["catalogue.json", "documents/index.qxi", "names.bin"], lease.Manifest.Files.Select(file => file.Name));
        Assert.Equal(Describe(input.Catalogue), Describe(lease.Catalogue));
        Assert.Empty(await VerifyAsync(store));
    }

    [Fact]
    public async Task Acquire_BuiltAnew_OldLeaseKeepsTheOldOne()
    {
        using var store = CreateStore();
        await BuildAsync(store, SearchSamples.Harbour);
        using var old = store.Acquire();
        for (var round = 0; round < 3; round++)
            await BuildAsync(store, SearchSamples.Library);
        using var now = store.Acquire();
        Assert.Equal((1, 0), (Found(old, "kerlevan"), Found(now, "kerlevan")));
        Assert.Equal("conspiracy", old!.Catalogue.Reasons[1].Key);
    }

    [Fact]
    public async Task Acquire_AnotherStoreBuilt_SeesIt()
    {
        using var reader = CreateStore();
        using var writer = CreateStore();
        await BuildAsync(writer, SearchSamples.Harbour);
        using (var lease = reader.Acquire())
            Assert.Equal(1, Found(lease, "kerlevan"));
        await BuildAsync(writer, SearchSamples.Library);
        using (var lease = reader.Acquire())
            Assert.Equal(0, Found(lease, "kerlevan"));
    }

    [Fact]
    public async Task Acquire_Unchanged_SharesWhatIsOpen()
    {
        using var store = CreateStore();
        await BuildAsync(store, SearchSamples.Harbour);
        using var first = store.Acquire();
        using var second = store.Acquire();
        Assert.Same(first!.Index, second!.Index);
        Assert.Same(first.Catalogue, second.Catalogue);
    }

    [Fact]
    public async Task Dispose_LastLease_ClosesIndexAndParts()
    {
        var store = CreateStore();
        await BuildAsync(store, SearchSamples.Harbour);
        var lease = store.Acquire()!;
        var part = lease.Part(_ => new CancellationTokenSource());
        store.Dispose();
        Assert.Equal(1, Found(lease, "kerlevan"));
        lease.Dispose();
        lease.Dispose();
        Assert.Throws<ObjectDisposedException>(() => part.Cancel());
        Assert.Throws<ObjectDisposedException>(() => lease.Index.Search(new SearchQuery("kerlevan")));
    }

    [Fact]
    public async Task Build_Repeatedly_KeepsOnlyThePresentAndThePreviousOne()
    {
        using var store = CreateStore();
        for (var round = 0; round < 4; round++)
        {
            await BuildAsync(store, SearchSamples.Harbour);
            using var lease = store.Acquire();
            Assert.InRange(Generations(), 1, 3);
        }

        await BuildAsync(store, SearchSamples.Harbour);
        Assert.Equal(2, Generations());
        Assert.Empty(Leftovers());
    }

    [Fact]
    public async Task Build_WhileAnotherBuilds_IsRefused()
    {
        using var other = CreateStore();
        string? refused = null;
        using var store = CreateStore(step =>
        {
            if (step == BuildStep.DocumentsWritten)
                refused = other.BuildAsync(Input(), CancellationToken.None).GetAwaiter().GetResult().Error?.Code;
            other.Recover();
        });
        await BuildAsync(store, SearchSamples.Harbour);
        Assert.Equal("index-busy", refused);
        using var lease = other.Acquire();
        Assert.Equal(1, Found(lease, "kerlevan"));
    }

    [Fact]
    public async Task Build_FolderCannotBeMade_ReturnsError()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(IndexFolder)!);
        await File.WriteAllTextAsync(IndexFolder, "in the way");
        using var store = CreateStore();
        Assert.Equal("index-not-written", (await store.BuildAsync(Input(), CancellationToken.None)).Error?.Code);
    }

    [Fact]
    public async Task Acquire_OtherEngine_SaysSo()
    {
        using var store = CreateStore();
        await BuildAsync(store, SearchSamples.Harbour);
        var other = new Moq.Mock<ISearchEngine>();
        other.SetupGet(engine => engine.Name).Returns("Other");
        using var otherStore = new GenerationStore(IndexFolder, other.Object, TimeProvider.System);
        Assert.True(otherStore.IsOfAnotherEngine());
        Assert.False(store.IsOfAnotherEngine());
        Assert.Contains("Embedded", Assert.Throws<InvalidDataException>(() => otherStore.Acquire()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acquire_ManyAtOnceWhileBuilding_AlwaysGetsAWholeGeneration()
    {
        using var store = CreateStore();
        await BuildAsync(store, SearchSamples.Harbour, SearchSamples.Library);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            using var reader = CreateStore();
            while (!stop.IsCancellationRequested)
            {
                using var lease = reader.Acquire();
                Assert.Equal(1, Found(lease, "kerlevan"));
                Assert.Equal(2, lease!.Manifest.Statements);
            }
        })).ToArray();
        for (var round = 0; round < 10; round++)
            await BuildAsync(store, SearchSamples.Harbour, SearchSamples.Library);
        await stop.CancelAsync();
        await Task.WhenAll(readers);
    }

    private static string Describe(Catalogue catalogue) =>
        string.Join('\n', catalogue.Reasons.Select(reason =>
            $"{reason.Key}|{reason.French}|{reason.English}|{string.Join(',', reason.FrenchVocabulary)}|{string.Join(',', reason.EnglishVocabulary)}"))
        + string.Join('\n', catalogue.Platforms.Select(platform => $"{platform.Key}|{platform.Name}|{string.Join(',', platform.Spellings)}"));
}
