using System.Collections;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace QuitteXBot.Search.Lucene;

/// <summary>Lets through some documents by number.</summary>
internal sealed class DocumentFilter : Filter
{
    private readonly FixedBitSet documents;

    private DocumentFilter(FixedBitSet documents) => this.documents = documents;

    /// <param name="kind">The documents of the kind that is wanted, or null where any is.</param>
    /// <param name="without">Those that are left out, or null.</param>
    /// <returns>Null where nothing is left out.</returns>
    public static DocumentFilter? Of(FixedBitSet? kind, BitArray? without, int count)
    {
        if (without is null)
            return kind is null ? null : new DocumentFilter(kind);
        var left = kind?.Clone() ?? new FixedBitSet(count);
        if (kind is null)
            left.Set(0, count);
        for (var document = 0; document < without.Length; document++)
        {
            if (without[document])
                left.Clear(document);
        }

        return new DocumentFilter(left);
    }

    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs) => BitsFilteredDocIdSet.Wrap(documents, acceptDocs);
}
