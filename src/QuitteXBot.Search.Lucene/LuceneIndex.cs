using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using QuitteXBot.Core.Searching;
using QuitteXBot.Search.Analysis;
using QuitteXBot.Search.Embedded;
using QuitteXBot.Search.Embedded.Querying;
using QuitteXBot.Search.Lucene.Files;
using QuitteXBot.Search.Lucene.Querying;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace QuitteXBot.Search.Lucene;

/// <summary>An open index of the engine on Lucene.Net. What answers a query is what <see cref="EmbeddedIndex"/> says.</summary>
internal sealed class LuceneIndex : IVerifiableIndex, IPartIndex<LuceneIndex>
{
    private readonly FileList? files;
    private readonly LuceneDirectory directory;
    private readonly DirectoryReader reader;
    private readonly AtomicReader segment;
    private readonly IndexSearcher searcher;
    private readonly Impacts impacts;
    private readonly FixedBitSet[] kinds;

    private LuceneIndex(LuceneDirectory directory, DirectoryReader reader, FileList? files)
    {
        this.files = files;
        this.directory = directory;
        this.reader = reader;
        segment = reader.Leaves is [var leaf] ? leaf.AtomicReader : throw new InvalidDataException("The index is not in one part: run reindex.");
        var data = reader.IndexCommit.UserData;
        Vocabulary = Vocabulary.Read(Encoding.UTF8.GetBytes(data[IndexFields.Vocabulary]));

        // The last document has the words, and is none.
        DocumentCount = segment.MaxDoc - 1;
        impacts = new Impacts(Math.Max(1, double.Parse(data[IndexFields.TotalLength], CultureInfo.InvariantCulture) / Math.Max(1, DocumentCount)));
        kinds = [Find(DocumentKind.Statement), Find(DocumentKind.Paragraph)];

        // Its norm of queries is 1: weights stay as they were planned.
        searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
    }

    public int DocumentCount { get; }

    public Vocabulary Vocabulary { get; }

    /// <summary>Nothing else writes into the folder of an index, so no lock is left behind in it.</summary>
    public static LuceneDirectory DirectoryOf(string folder) => FSDirectory.Open(folder, NoLockFactory.GetNoLockFactory());

    /// <param name="directory">Disposed of with the index, and where that cannot be opened.</param>
    /// <param name="files">What <see cref="Verify"/> compares; null for an index in memory.</param>
    public static LuceneIndex Open(LuceneDirectory directory, FileList? files)
    {
        DirectoryReader? reader = null;
        try
        {
            reader = DirectoryReader.Open(directory);
            return new LuceneIndex(directory, reader, files);
        }
        catch
        {
            reader?.Dispose();
            directory.Dispose();
            throw;
        }
    }

    /// <summary>Whether an exception, while Lucene reads its files, says that they are not as they were written.</summary>
    public static bool IsDamage(Exception exception) =>
        exception is IOException or IndexOutOfRangeException or ArgumentException or KeyNotFoundException or FormatException or OverflowException;

    public SearchResult Search(SearchQuery query) => Search(query, other: null, otherIsFirst: false, without: null);

    public SearchResult Search(SearchQuery query, LuceneIndex? other, bool otherIsFirst, BitArray? without)
    {
        var words = QueryParser.Parse(query.Text);
        if (words.Count == 0 || DocumentCount == 0)
            return SearchResult.Empty;
        try
        {
            var companion = other is null ? default : new Companion<LuceneLexicon>(other.NewLexicon(), otherIsFirst);
            return Search(query, words, companion, without);
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw new InvalidDataException("The index is damaged: run reindex.", exception);
        }
    }

    public BitArray? Documents(Predicate<string> wanted)
    {
        var ids = segment.GetBinaryDocValues(IndexFields.Id);
        var id = new BytesRef();
        BitArray? found = null;
        for (var document = 0; document < DocumentCount; document++)
        {
            ids.Get(document, id);
            if (wanted(id.Utf8ToString()))
                (found ??= new BitArray(DocumentCount))[document] = true;
        }

        return found;
    }

    public void Verify(CancellationToken cancellationToken) => files?.Verify(cancellationToken);

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
    }

    private LuceneLexicon NewLexicon() => new(segment, DocumentCount);

    private SearchResult Search(SearchQuery query, List<QueryWord> words, Companion<LuceneLexicon> other, BitArray? without)
    {
        var lexicon = NewLexicon();
        var filters = new List<int>(2);
        if (query.OrganisationId is not null)
            filters.Add(lexicon.TextList(IndexKeys.Organisation(query.OrganisationId)));
        if (query.Reason is not null)
            filters.Add(lexicon.TextList(IndexKeys.Reason(query.Reason)));
        var plan = new QueryPlanner<LuceneLexicon>(lexicon, Vocabulary, other).Plan(words, query.PrefixLast);
        if (plan.IsHopeless || plan.Required.Count == 0 || filters.Contains(-1))
            return SearchResult.Empty;

        var built = new PlanQuery(lexicon, impacts).Of(plan, filters);
        var filter = DocumentFilter.Of(query.Kind is { } kind ? kinds[(int)kind] : null, without, segment.MaxDoc);
        var offset = Math.Max(0, query.Offset);
        var last = (int)Math.Min(EmbeddedIndex.DeepestHit, Math.Min((long)offset + Math.Max(0, query.Limit), DocumentCount));
        if (last == 0)
        {
            var counter = new TotalHitCountCollector();
            searcher.Search(built, filter, counter);
            return new SearchResult([], counter.TotalHits, [.. plan.Corrections]);
        }

        var found = searcher.Search(built, filter, last);
        return new SearchResult(Hits(found.ScoreDocs, offset), found.TotalHits, [.. plan.Corrections]);
    }

    private FixedBitSet Find(DocumentKind kind)
    {
        var found = new FixedBitSet(segment.MaxDoc);
        var values = segment.GetNumericDocValues(IndexFields.Kind);
        for (var document = 0; document < DocumentCount; document++)
        {
            if (values.Get(document) == (long)kind)
                found.Set(document);
        }

        return found;
    }

    private ImmutableArray<SearchHit> Hits(ScoreDoc[] found, int offset)
    {
        if (found.Length <= offset)
            return [];
        var ids = segment.GetBinaryDocValues(IndexFields.Id);
        var id = new BytesRef();
        var hits = new SearchHit[found.Length - offset];
        for (var i = 0; i < hits.Length; i++)
        {
            var hit = found[offset + i];
            ids.Get(hit.Doc, id);
            hits[i] = new SearchHit(kinds[(int)DocumentKind.Statement].Get(hit.Doc) ? DocumentKind.Statement : DocumentKind.Paragraph, id.Utf8ToString(), hit.Score);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(hits);
    }
}
