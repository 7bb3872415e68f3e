using QuitteXBot.Core.Searching;
using Xunit;

namespace QuitteXBot.Testing.Searching;

/// <summary>What becomes of an engine's folder: built whole, or refused; read as it was written, or refused.</summary>
public abstract class SearchFileContract : SearchEngineFixture
{
    private static readonly string[] Questions = ["cyberharcèlement", "grand est", "\"vie privée\"", "biblothèque", "hate speech", "mar", "AdieuBrouhaha"];

    /// <summary>Every how many bytes of a file one is changed.</summary>
    protected virtual int Step => 1;

    [Fact]
    public void Open_NoIndex_ThrowsInvalidData()
    {
        using var empty = new TemporaryFolder();
        Assert.Throws<InvalidDataException>(() => Open(empty.Path));
        Assert.Throws<InvalidDataException>(() => Open(empty["missing"]));
    }

    [Fact]
    public void Open_ForeignFiles_ThrowsInvalidData()
    {
        var folder = Build(SearchSamples.All);
        foreach (var file in Directory.GetFiles(folder))
            File.WriteAllText(file, "This is something else altogether.");
        Assert.Throws<InvalidDataException>(() => Open(folder));
    }

    [Fact]
    public void Open_CutShort_ThrowsInvalidData()
    {
        foreach (var file in Directory.GetFiles(Build(SearchSamples.All)))
        {
            using (var stream = File.OpenWrite(file))
                stream.SetLength(stream.Length / 2);
            Assert.Throws<InvalidDataException>(() => OpenVerified(Path.GetDirectoryName(file)!));
        }
    }

    [Fact]
    public void Open_AnyByteChanged_ThrowsInvalidDataOrAnswersTheSame()
    {
        var folder = Build(SearchSamples.All);
        string[] expected;
        using (var index = OpenVerified(folder))
            expected = Answers(index);
        foreach (var file in Directory.GetFiles(folder))
        {
            var bytes = File.ReadAllBytes(file);
            for (var i = 0; i < bytes.Length; i += Step)
            {
                bytes[i] ^= (byte)(1 << (i % 8));
                File.WriteAllBytes(file, bytes);
                try
                {
                    using var index = OpenVerified(folder);
                    Assert.Equal(expected, Answers(index));
                }
                catch (InvalidDataException)
                {
                    // That is the answer wanted.
                }

                bytes[i] ^= (byte)(1 << (i % 8));
            }

            File.WriteAllBytes(file, bytes);
        }
    }

    [Fact]
    public void Build_SameDocumentsTwice_AnswersTheSame()
    {
        using var first = OpenVerified(Build(SearchSamples.All));
        using var second = OpenVerified(Build(SearchSamples.All));
        Assert.Equal(SearchSamples.All.Count, first.DocumentCount);
        Assert.Equal(Answers(first), Answers(second));
    }

    [Fact]
    public async Task Build_Cancelled_Throws()
    {
        using var folder = new TemporaryFolder();
        using var cancellation = new CancellationTokenSource();
        var build = CreateEngine(SearchSamples.Catalogue).BuildAsync(folder.Path, Endless(cancellation), cancellation.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => build);
        Assert.Throws<InvalidDataException>(() => Open(folder.Path));
    }

    [Fact]
    public void Dispose_WhileOthersOfTheSameFolderAreOpen_LeavesThemReading()
    {
        var folder = Build(SearchSamples.All);
        using var first = Open(folder);
        Open(folder).Dispose();
        Directory.Delete(folder, recursive: true);
        Assert.Equal(1, first.Search(new SearchQuery("kerlevan")).Total);
    }

    private static async IAsyncEnumerable<IndexDocument> Endless(CancellationTokenSource cancellation)
    {
        for (var number = 0; ; number++)
        {
            if (number == 100)
                await cancellation.CancelAsync();
            cancellation.Token.ThrowIfCancellationRequested();
            yield return SearchSamples.Harbour with { Id = $"{number}" };
        }
    }

    private ISearchIndex OpenVerified(string folder)
    {
        var index = Open(folder);
        try
        {
            (index as IVerifiableIndex)?.Verify(CancellationToken.None);
            return index;
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }

    private static string[] Answers(ISearchIndex index) =>
        [.. Questions.Select(text => index.Search(new SearchQuery(text, PrefixLast: text.Length == 3))).Select(result => string.Join(' ', result.Hits))];
}
