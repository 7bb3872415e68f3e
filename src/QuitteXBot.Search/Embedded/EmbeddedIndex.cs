using System.Collections;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using QuitteXBot.Core.Searching;
using QuitteXBot.Search.Analysis;
using QuitteXBot.Search.Embedded.Files;
using QuitteXBot.Search.Embedded.Querying;

namespace QuitteXBot.Search.Embedded;

/// <summary>
/// An open index of the embedded engine. A document answers a query when it has
/// <list type="bullet">
/// <item>of the words that tell something, the rarest, and all of them where they are three or fewer, three quarters where they are more;</item>
/// <item>every quoted phrase counts as one such word; so does a word that is still being typed, by any word that begins so;</item>
/// <item>a word of the vocabulary of reasons is also answered by any other word for the same reason, and by a statement that gives the reason.</item>
/// </list>
/// A word that no document has is searched as the nearest word, and reported; where there is none, nothing answers. Words that only frame a
/// question ("dénonce", "says") need not be there unless nothing else was asked for, and stop words alone find nothing.
/// </summary>
internal sealed class EmbeddedIndex : IVerifiableIndex, IPartIndex<EmbeddedIndex>
{
    /// <summary>Hits are ranked up to this place; pages behind it are empty.</summary>
    public const int DeepestHit = 10_000;

    private const int MostWorkspaces = 8;

    private readonly IndexFile file;
    private readonly Vocabulary vocabulary;
    private readonly Stack<Workspace> workspaces = [];

    public EmbeddedIndex(IndexFile file)
    {
        this.file = file;
        var view = file.Acquire();
        try
        {
            vocabulary = Vocabulary.Read(file.Values<byte>(Section.Vocabulary));
            Check(view);
        }
        finally
        {
            file.Release();
        }
    }

    public int DocumentCount => file.Header.Documents;

    public Vocabulary Vocabulary => vocabulary;

    public SearchResult Search(SearchQuery query) => Search(query, other: null, otherIsFirst: false, without: null);

    public SearchResult Search(SearchQuery query, EmbeddedIndex? other, bool otherIsFirst, BitArray? without)
    {
        var words = QueryParser.Parse(query.Text);
        if (words.Count == 0 || DocumentCount == 0)
            return SearchResult.Empty;
        var view = file.Acquire();
        try
        {
            if (other is null)
                return Search(view, query, words, default, without);
            var beside = other.file.Acquire();
            try
            {
                return Search(view, query, words, new Companion<Lookup>(new Lookup(beside), otherIsFirst), without);
            }
            finally
            {
                other.file.Release();
            }
        }
        catch (Exception exception) when (exception is IndexOutOfRangeException or ArgumentException)
        {
            // Every byte of the file is read through bounds: what lies outside them was never written so.
            throw new InvalidDataException("The index is damaged: run reindex.", exception);
        }
        finally
        {
            file.Release();
        }
    }

    public BitArray? Documents(Predicate<string> wanted)
    {
        var view = file.Acquire();
        try
        {
            BitArray? found = null;
            for (var document = 0; document < view.Header.Documents; document++)
            {
                if (wanted(Encoding.UTF8.GetString(view.DocumentId(document))))
                    (found ??= new BitArray(view.Header.Documents))[document] = true;
            }

            return found;
        }
        finally
        {
            file.Release();
        }
    }

    public void Verify(CancellationToken cancellationToken) => file.Verify(cancellationToken);

    public void Dispose() => file.Dispose();

    private static void Check(IndexView view)
    {
        var header = view.Header;
        var fits = view.WordOffsets.Length == header.Words + 1 && view.WordStems.Length == header.Words
            && view.WordTextLists.Length == header.Words && view.WordNameLists.Length == header.Words && view.WordSignatures.Length == header.Words
            && view.ListFrequencies.Length == header.Lists && view.ListFirstBlocks.Length == header.Lists + 1
            && view.BlockLastDocuments.Length == header.Blocks && view.BlockOffsets.Length == header.Blocks
            && view.BlockImpacts.Length == header.Blocks && view.BlockWidths.Length == header.Blocks
            && view.DocumentKinds.Length == header.Documents && view.DocumentIdOffsets.Length == header.Documents + 1;
        if (!fits)
            throw new InvalidDataException("The parts of the index do not fit together: run reindex.");
    }

    private SearchResult Search(IndexView view, SearchQuery query, List<QueryWord> words, Companion<Lookup> other, BitArray? without)
    {
        var lookup = new Lookup(view);
        var filters = new List<int>(2);
        if (query.OrganisationId is not null)
            filters.Add(lookup.TextList(IndexKeys.Organisation(query.OrganisationId)));
        if (query.Reason is not null)
            filters.Add(lookup.TextList(IndexKeys.Reason(query.Reason)));
        var plan = new QueryPlanner<Lookup>(lookup, vocabulary, other).Plan(words, query.PrefixLast);
        if (plan.IsHopeless || plan.Required.Count == 0 || filters.Contains(-1))
            return SearchResult.Empty;

        var kind = query.Kind is null || HasOnly(query.Kind.Value) ? -1 : (int)query.Kind.Value;
        var offset = Math.Max(0, query.Offset);
        var top = new TopHits((int)Math.Min(DeepestHit, Math.Min((long)offset + Math.Max(0, query.Limit), DocumentCount)));
        var total = plan.IsOneList && filters.Count == 0 && kind < 0 && without is null
            ? RankList(view, plan.Required[0].Clauses[0], top)
            : RankMatches(view, plan, [.. filters], kind, without, top);
        return new SearchResult(Hits(view, top, offset), total, [.. plan.Corrections]);
    }

    private bool HasOnly(DocumentKind kind) =>
        file.Header.Statements == (kind == DocumentKind.Statement ? DocumentCount : 0);

    /// <summary>One word with one list: blocks that cannot hold anything better than what was found are not even read.</summary>
    private static int RankList(IndexView view, Clause clause, TopHits top)
    {
        Span<int> documents = stackalloc int[Building.PostingWriter.BlockLength];
        var blocks = new PostingBlocks(view, clause.List, documents);
        var threshold = 0;
        if (top.Capacity == 0)
            return view.ListFrequencies[clause.List];
        while (blocks.NextAbove(threshold))
        {
            var impacts = blocks.Impacts;
            for (var i = 0; i < impacts.Length; i++)
            {
                if (impacts[i] > threshold)
                    top.Add(documents[i], impacts[i] * clause.Weight);
            }

            if (top.Threshold >= 0)
                threshold = (int)MathF.Round(top.Threshold / clause.Weight);
        }

        return view.ListFrequencies[clause.List];
    }

    private int RankMatches(IndexView view, QueryPlan plan, ReadOnlySpan<int> filters, int kind, BitArray? without, TopHits top)
    {
        Workspace? work;
        lock (workspaces)
            workspaces.TryPop(out work);
        work ??= new Workspace(DocumentCount);
        new Matcher(view, work).Run(plan, filters, kind);
        if (without is not null)
            work.Drop(without);
        for (var i = 0; i < work.Count; i++)
            top.Add(work.Candidates[i], work.Scores[i]);
        var total = work.Count;

        // After an exception the workspace may be half used: it is not given back.
        lock (workspaces)
        {
            if (workspaces.Count < MostWorkspaces)
                workspaces.Push(work);
        }

        return total;
    }

    private static ImmutableArray<SearchHit> Hits(IndexView view, TopHits top, int offset)
    {
        var count = top.Rank();
        if (count <= offset)
            return [];
        var hits = new SearchHit[count - offset];
        for (var rank = offset; rank < count; rank++)
        {
            var document = top.Document(rank);
            hits[rank - offset] = new SearchHit((DocumentKind)view.DocumentKinds[document], Encoding.UTF8.GetString(view.DocumentId(document)), top.Score(rank));
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(hits);
    }
}
