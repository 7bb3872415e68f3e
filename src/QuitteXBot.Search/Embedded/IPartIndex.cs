using System.Collections;
using QuitteXBot.Core.Searching;

namespace QuitteXBot.Search.Embedded;

/// <summary>An index that can answer as a part of a larger one: see <see cref="OverlayIndex{TIndex}"/>.</summary>
internal interface IPartIndex<TIndex> : ISearchIndex
    where TIndex : class, IPartIndex<TIndex>
{
    /// <param name="other">The rest of the larger index, if any: what is known of words is known of both together.</param>
    /// <param name="otherIsFirst">Which of the two a mistyped word is sought in first.</param>
    /// <param name="without">By number, the documents that are left out; null for none.</param>
    SearchResult Search(SearchQuery query, TIndex? other, bool otherIsFirst, BitArray? without);

    /// <summary>By number, the documents whose id is wanted; null where there are none.</summary>
    BitArray? Documents(Predicate<string> wanted);
}
