namespace QuitteXBot.Core.Searching;

/// <summary>An open, immutable index. Thread-safe.</summary>
public interface ISearchIndex : IDisposable
{
    int DocumentCount { get; }

    SearchResult Search(SearchQuery query);
}
