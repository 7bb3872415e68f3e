using QuitteXBot.Commands.Text;
using QuitteXBot.Core.Searching;

namespace QuitteXBot.Commands.Tests.Fakes;

/// <summary>An index that finds documents holding every long word of the query.</summary>
internal sealed class FakeIndex(IReadOnlyList<IndexDocument> documents) : ISearchIndex
{
    private const int LongWord = 4;

    public int DocumentCount => documents.Count;

    public SearchResult Search(SearchQuery query)
    {
        var words = Word.Split(query.Text).Select(word => word.Folded).Where(word => word.Length >= LongWord).ToArray();
        if (words.Length == 0)
            return SearchResult.Empty;
        var all = documents
            .Where(document => (query.Kind is null || document.Kind == query.Kind)
                && (query.OrganisationId is null || document.OrganisationId == query.OrganisationId)
                && (query.Reason is null || document.Reasons.Contains(query.Reason))
                && words.All(word => Folding.Fold(document.Text).Contains(word, StringComparison.Ordinal)))
            .Select(document => new SearchHit(document.Kind, document.Id, 1))
            .ToArray();
        return new SearchResult([.. all.Skip(query.Offset).Take(query.Limit)], all.Length, []);
    }

    public void Dispose()
    {
    }
}
