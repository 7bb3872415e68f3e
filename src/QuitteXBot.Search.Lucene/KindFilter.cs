using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace QuitteXBot.Search.Lucene;

/// <summary>The documents of one kind.</summary>
internal sealed class KindFilter(FixedBitSet documents) : Filter
{
    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs) => BitsFilteredDocIdSet.Wrap(documents, acceptDocs);
}
