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

namespace QuitteXBot.Search.Lucene;

/// <summary>An open index of the engine on Lucene.Net. What answers a query is what <see cref="EmbeddedIndex"/> says.</summary>
internal sealed class LuceneIndex : IVerifiableIndex
{
    private readonly FileList files;
    private readonly FSDirectory directory;
    private readonly DirectoryReader reader;
    private readonly AtomicReader segment;
    private readonly IndexSearcher searcher;
    private readonly Vocabulary vocabulary;
    private readonly Impacts impacts;
    private readonly FixedBitSet statements;
    private readonly KindFilter[] kinds;

    public LuceneIndex(string folder, FileList files)
    {
        this.files = files;
        directory = FSDirectory.Open(folder, NoLockFactory.GetNoLockFactory());
        try
        {
            reader = DirectoryReader.Open(directory);
            segment = reader.Leaves is [var leaf] ? leaf.AtomicReader : throw new InvalidDataException("The index is not in one part: run reindex.");
            var data = reader.IndexCommit.UserData;
            vocabulary = Vocabulary.Read(Encoding.UTF8.GetBytes(data[IndexFields.Vocabulary]));

            // The last document has the words, and is none.
            DocumentCount = segment.MaxDoc - 1;
            impacts = new Impacts(Math.Max(1, double.Parse(data[IndexFields.TotalLength], CultureInfo.InvariantCulture) / Math.Max(1, DocumentCount)));
            statements = Find(DocumentKind.Statement);
            kinds = [new KindFilter(statements), new KindFilter(Find(DocumentKind.Paragraph))];
        }
        catch
        {
            reader?.Dispose();
            directory.Dispose();
            throw;
        }

        // Its norm of queries is 1: weights stay as they were planned.
        searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
    }

    public int DocumentCount { get; }

    /// <summary>Whether an exception, while Lucene reads its files, says that they are not as they were written.</summary>
    public static bool IsDamage(Exception exception) =>
        exception is IOException or IndexOutOfRangeException or ArgumentException or KeyNotFoundException or FormatException or OverflowException;

    public SearchResult Search(SearchQuery query)
    {
        var words = QueryParser.Parse(query.Text);
        if (words.Count == 0 || DocumentCount == 0)
            return SearchResult.Empty;
        try
        {
            return Search(query, words);
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw new InvalidDataException("The index is damaged: run reindex.", exception);
        }
    }

    public void Verify(CancellationToken cancellationToken) => files.Verify(cancellationToken);

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
    }

    private SearchResult Search(SearchQuery query, List<QueryWord> words)
    {
        var lexicon = new LuceneLexicon(segment, DocumentCount);
        var filters = new List<int>(2);
        if (query.OrganisationId is not null)
            filters.Add(lexicon.TextList(IndexKeys.Organisation(query.OrganisationId)));
        if (query.Reason is not null)
            filters.Add(lexicon.TextList(IndexKeys.Reason(query.Reason)));
        var plan = new QueryPlanner<LuceneLexicon>(lexicon, vocabulary).Plan(words, query.PrefixLast);
        if (plan.IsHopeless || plan.Required.Count == 0 || filters.Contains(-1))
            return SearchResult.Empty;

        var built = new PlanQuery(lexicon, impacts).Of(plan, filters);
        var filter = query.Kind is { } kind ? kinds[(int)kind] : null;
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
            hits[i] = new SearchHit(statements.Get(hit.Doc) ? DocumentKind.Statement : DocumentKind.Paragraph, id.Utf8ToString(), hit.Score);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(hits);
    }
}
