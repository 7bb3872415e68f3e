using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Core.Searching;
using QuitteXBot.Search.Embedded;
using QuitteXBot.Testing.Searching;

namespace QuitteXBot.Search.Lucene.Tests;

/// <summary>Whichever engine a build has, a question has the same answers in the same order.</summary>
public sealed class EngineAgreementTests : IClassFixture<EngineAgreementTests.Indexes>
{
    private readonly Indexes indexes;

    public EngineAgreementTests(Indexes indexes) => this.indexes = indexes;

    public static TheoryData<string> Questions => [.. ProjectTexts.Questions];

    [Theory]
    [MemberData(nameof(Questions))]
    public void Search_QuestionOfTheProject_IsAnsweredAlike(string question)
    {
        foreach (var kind in new DocumentKind?[] { null, DocumentKind.Statement, DocumentKind.Paragraph })
        {
            foreach (var prefixLast in new[] { false, true })
                Assert.Equal(Describe(indexes.Embedded, question, kind, prefixLast), Describe(indexes.Lucene, question, kind, prefixLast));
        }
    }

    [Fact]
    public void Search_AnyWordsOfTheTexts_AreAnsweredAlike()
    {
        var words = ProjectTexts.Documents.SelectMany(document => $"{document.Text} {document.Speaker} {document.OrganisationName}".Split(' ')).ToArray();
        var mark = Gen.Elements("", "", "", "\"", "« ", " »");
        var text = Gen.Zip(Gen.Elements(words), mark).Select(parts => parts.Item2 + parts.Item1).NonEmptyListOf().Select(parts => string.Join(' ', parts.Take(8)));
        Prop.ForAll(text.ToArbitrary(), ArbMap.Default.ArbFor<bool>(), (question, prefixLast) =>
            Assert.Equal(Describe(indexes.Embedded, question, null, prefixLast), Describe(indexes.Lucene, question, null, prefixLast)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    /// <summary>Scores are left out: they are added up in another order, and differ in the last digit.</summary>
    private static string Describe(ISearchIndex index, string question, DocumentKind? kind, bool prefixLast)
    {
        var result = index.Search(new SearchQuery(question, kind, PrefixLast: prefixLast));
        return $"{result.Total}: {string.Join(' ', result.Hits.Select(hit => $"{hit.Kind}/{hit.Id}"))} {string.Join(' ', result.Corrections)}";
    }

    public sealed class Indexes : IDisposable
    {
        private readonly TemporaryFolder folder = new();

        public Indexes()
        {
            Embedded = Open(new EmbeddedSearchEngine(SearchSamples.Catalogue));
            Lucene = Open(new LuceneSearchEngine(SearchSamples.Catalogue));
        }

        public ISearchIndex Embedded { get; }

        public ISearchIndex Lucene { get; }

        public void Dispose()
        {
            Embedded.Dispose();
            Lucene.Dispose();
            folder.Dispose();
        }

        private ISearchIndex Open(ISearchEngine engine)
        {
            engine.BuildAsync(folder[engine.Name], ProjectTexts.Documents.ToAsyncEnumerable(), CancellationToken.None).GetAwaiter().GetResult();
            return engine.Open(folder[engine.Name]);
        }
    }
}
