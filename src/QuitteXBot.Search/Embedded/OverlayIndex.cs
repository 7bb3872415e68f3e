using System.Collections;
using System.Collections.Immutable;
using QuitteXBot.Core.Searching;

namespace QuitteXBot.Search.Embedded;

/// <summary>
/// Two indices that answer as one: a large one without what is stale in it, and a small one with what took its place. Each weighs words by how many
/// documents of both have them, so that their scores compare. Holds memory only: nothing is to be closed.
/// </summary>
/// <param name="stale">By number, the documents of <paramref name="below"/> that are left out; null for none.</param>
internal sealed class OverlayIndex<TIndex>(TIndex below, TIndex above, BitArray? stale) : ISearchIndex
    where TIndex : class, IPartIndex<TIndex>
{
    public int DocumentCount { get; } = below.DocumentCount - (stale?.Cast<bool>().Count(isStale => isStale) ?? 0) + above.DocumentCount;

    public SearchResult Search(SearchQuery query)
    {
        // Of each all that may come before the page's end: which of them do, only the two together tell.
        var offset = Math.Max(0, query.Offset);
        var limit = Math.Max(0, query.Limit);
        var all = query with { Offset = 0, Limit = (int)Math.Min(EmbeddedIndex.DeepestHit, (long)offset + limit) };
        var old = below.Search(all, above, otherIsFirst: false, stale);
        var fresh = above.Search(all, below, otherIsFirst: true, without: null);
        return new SearchResult(
            Page(old.Hits, fresh.Hits, offset, all.Limit), old.Total + fresh.Total, old.Corrections.IsEmpty ? fresh.Corrections : old.Corrections);
    }

    public void Dispose()
    {
    }

    /// <summary>Both are sorted; of equal scores what was indexed first comes first, as in one index.</summary>
    private static ImmutableArray<SearchHit> Page(ImmutableArray<SearchHit> old, ImmutableArray<SearchHit> fresh, int offset, int end)
    {
        var hits = ImmutableArray.CreateBuilder<SearchHit>();
        var (fromOld, fromFresh) = (0, 0);
        for (var rank = 0; rank < end && fromOld + fromFresh < old.Length + fresh.Length; rank++)
        {
            var isOld = fromFresh == fresh.Length || (fromOld < old.Length && old[fromOld].Score >= fresh[fromFresh].Score);
            var hit = isOld ? old[fromOld++] : fresh[fromFresh++];
            if (rank >= offset)
                hits.Add(hit);
        }

        return hits.ToImmutable();
    }
}
