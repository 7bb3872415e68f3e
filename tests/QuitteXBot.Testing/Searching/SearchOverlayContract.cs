using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Core;
using QuitteXBot.Core.Searching;
using Xunit;

namespace QuitteXBot.Testing.Searching;

/// <summary>An overlay beside an index that was built anew from the same documents.</summary>
public abstract class SearchOverlayContract : IDisposable
{
    private const int Cases = 150;

    // Few words, so that queries meet; some of them of the vocabulary, some near each other, some in names only.
    private static readonly string[] Words =
        ["haine", "violence", "marins", "tramways", "bibliothèque", "complot", "théories", "kerlevan", "port", "données", "harcèlement", "réseau", "quitter"];

    private static readonly Gen<IndexDocument> Documents =
        from text in Gen.Elements(Words).NonEmptyListOf()
        from organisation in Gen.Choose(1, 3)
        from reason in Gen.Elements("hate", "privacy", "harassment")
        from kind in Gen.Frequency((3, Gen.Constant(DocumentKind.Statement)), (1, Gen.Constant(DocumentKind.Paragraph)))
        select new IndexDocument
        {
            Kind = kind,
            Id = "",
            Text = string.Join(' ', text),
            OrganisationId = $"commune-{organisation}",
            OrganisationName = $"Ville de {Words[organisation]}",
            Reasons = kind == DocumentKind.Statement ? [reason] : [],
        };

    private static readonly Gen<SearchQuery> Queries =
        from words in Gen.Elements(Words).NonEmptyListOf()
        from quoted in Gen.Elements(true, false, false)
        from prefix in Gen.Elements(true, false, false)
        from kind in Gen.Elements<DocumentKind?>(null, null, DocumentKind.Statement, DocumentKind.Paragraph)
        from organisation in Gen.Elements(null, null, "commune-2")
        from reason in Gen.Elements(null, null, "hate")
        let text = string.Join(' ', words.Take(3))
        select new SearchQuery(
            quoted ? $"« {text} »" : prefix ? text[..^2] : text, kind, organisation, reason, PrefixLast: prefix, Limit: 100);

    private readonly TemporaryFolder temporary = new();
    private int built;

    private ISearchEngine Engine => field ??= CreateEngine(SearchSamples.Catalogue);

    protected abstract ISearchEngine CreateEngine(Catalogue catalogue);

    public void Dispose()
    {
        temporary.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Search_AnyChange_FindsWhatAnIndexBuiltAnewFinds()
    {
        var cases =
            from old in Documents.ListOf(12)
            from fresh in Documents.ListOf(6)
            from stale in Gen.Elements(Enumerable.Range(0, 18).ToArray()).ListOf(8)
            from query in Queries
            select (old, fresh, stale, query);
        Prop.ForAll(cases.ToArbitrary(), given => Check(given.old, given.fresh, given.stale, given.query))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));
    }

    [Fact]
    public void Search_AWordOfTheChangesOnly_IsNotTakenForATypo()
    {
        using var below = Build([SearchSamples.Harbour with { Text = "Les matins du port." }]);
        using var overlay = Overlay(below, _ => false, SearchSamples.Statement("new", "Les marins du port."));

        var result = overlay.Search(new SearchQuery("marins"));

        Assert.Equal(["new"], result.Hits.Select(hit => hit.Id));
        Assert.Empty(result.Corrections);
    }

    [Fact]
    public void Search_AWordOfTheIndexOnly_IsNotTakenForATypoOfTheChanges()
    {
        using var below = Build([SearchSamples.Harbour]);
        using var overlay = Overlay(below, _ => false, SearchSamples.Statement("new", "Les matins du port."));

        var result = overlay.Search(new SearchQuery("marins"));

        Assert.Equal(["harbour"], result.Hits.Select(hit => hit.Id));
        Assert.Empty(result.Corrections);
    }

    [Fact]
    public void Search_ATypoOfAWordOfTheChanges_IsCorrected()
    {
        using var below = Build([SearchSamples.Union]);
        using var overlay = Overlay(below, _ => false, SearchSamples.Harbour);

        var result = overlay.Search(new SearchQuery("kerlevvan"));

        Assert.Equal(["harbour"], result.Hits.Select(hit => hit.Id));
        Assert.Equal(["kerlevan"], result.Corrections.Select(correction => correction.Searched));
    }

    [Fact]
    public void Search_OverlayInUse_SurvivesItsDisposal()
    {
        using var below = Build(SearchSamples.All);
        var overlay = Overlay(below, id => id == "harbour", SearchSamples.Harbour with { Text = "Le port se tait." });
        overlay.Dispose();

        Assert.Equal(1, overlay.Search(new SearchQuery("tait")).Total);
        Assert.Equal(1, below.Search(new SearchQuery("marins")).Total);
    }

    private void Check(IReadOnlyList<IndexDocument> old, IReadOnlyList<IndexDocument> fresh, IReadOnlyList<int> stale, SearchQuery query)
    {
        var before = Numbered(old, 0);
        var staleIds = stale.Select(number => $"d{number}").ToHashSet();

        // Some of the fresh ones take the place of old ones, the others are new.
        var after = Numbered(fresh, before.Count - (fresh.Count / 2));
        staleIds.UnionWith(after.Select(document => document.Id));
        using var below = Build(before);
        using var overlay = Overlay(below, staleIds.Contains, [.. after]);
        using var anew = Build([.. before.Where(document => !staleIds.Contains(document.Id)), .. after]);

        var expected = anew.Search(query);
        var actual = overlay.Search(query);

        Assert.Equal(anew.DocumentCount, overlay.DocumentCount);
        Assert.Equal(expected.Total, actual.Total);
        Assert.Equal(expected.Hits.Select(hit => hit.Id).Order(), actual.Hits.Select(hit => hit.Id).Order());
        Assert.Equal(actual.Hits.Select(hit => hit.Score).OrderDescending(), actual.Hits.Select(hit => hit.Score));
        var paged = Enumerable.Range(0, 1 + (actual.Total / 4)).SelectMany(page => overlay.Search(query with { Offset = page * 4, Limit = 4 }).Hits);
        Assert.Equal(actual.Hits, paged);
    }

    private static List<IndexDocument> Numbered(IReadOnlyList<IndexDocument> documents, int first) =>
        [.. documents.Select((document, number) => document with { Id = $"d{first + number}" })];

    private ISearchIndex Overlay(ISearchIndex below, Predicate<string> stale, params IndexDocument[] changed) =>
        Engine.Overlay(below, stale, changed, CancellationToken.None);

    private ISearchIndex Build(IEnumerable<IndexDocument> documents)
    {
        var folder = temporary[$"{built++}"];
        Directory.CreateDirectory(folder);
        Engine.BuildAsync(folder, documents.ToAsyncEnumerable(), CancellationToken.None).GetAwaiter().GetResult();
        return Engine.Open(folder);
    }
}
