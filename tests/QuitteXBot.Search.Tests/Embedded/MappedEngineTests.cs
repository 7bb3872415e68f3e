using QuitteXBot.Core;
using QuitteXBot.Core.Searching;
using QuitteXBot.Search.Embedded;
using QuitteXBot.Testing.Searching;

namespace QuitteXBot.Search.Tests.Embedded;

/// <summary>The same engine with its file mapped into memory, as large indexes are.</summary>
public sealed class MappedEngineTests : SearchFileContract
{
    private static readonly string[] Questions =
        ["cyberharcèlement marins cible", "grand est", "\"vie privée\"", "biblothèque", "hate speech", "AdieuBrouhaha associations comptes banal", "ma"];

    protected override ISearchEngine CreateEngine(Catalogue catalogue) => new EmbeddedSearchEngine(catalogue) { LargestReadAtOnce = 0 };

    [Fact]
    public void Search_AnyByteChangedAndNotVerified_AnswersOrThrowsInvalidData()
    {
        var folder = Build(SearchSamples.All);
        var file = Path.Combine(folder, EmbeddedSearchEngine.FileName);
        var bytes = File.ReadAllBytes(file);
        for (var i = 0; i < bytes.Length; i++)
        {
            var copy = (byte[])bytes.Clone();
            copy[i] = (byte)(i % 3 == 0 ? bytes[i] ^ 1 : i % 3 == 1 ? bytes[i] ^ 0x80 : 0xFF);
            File.WriteAllBytes(file, copy);
            try
            {
                using var index = Open(folder);
                foreach (var text in Questions)
                {
                    index.Search(new SearchQuery(text, DocumentKind.Statement, PrefixLast: true));
                    index.Search(new SearchQuery(text));
                }
            }
            catch (InvalidDataException)
            {
                // That is the answer wanted.
            }
        }
    }

    [Fact]
    public async Task Dispose_WhileSearchesRun_NeverTakesTheirMemory()
    {
        var folder = Build(SearchSamples.All);
        for (var round = 0; round < 10; round++)
        {
            var index = Open(folder);
            var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            {
                try
                {
                    while (true)
                        Assert.Equal(1, index.Search(new SearchQuery("kerlevan")).Total);
                }
                catch (ObjectDisposedException)
                {
                    // Searches that come too late are refused.
                }
            })).ToArray();
            index.Search(new SearchQuery("kerlevan"));
            index.Dispose();
            await Task.WhenAll(readers);
        }
    }
}
