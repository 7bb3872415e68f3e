namespace QuitteXBot.Core.Searching;

/// <summary>A way to build and read an index. Generations, their switch and their cleaning up are not its matter.</summary>
public interface ISearchEngine
{
    /// <summary>As <c>Search:Engine</c> names it.</summary>
    string Name { get; }

    /// <summary>Writes one complete, immutable index into an empty folder and flushes it to disk. Nothing else writes there.</summary>
    Task BuildAsync(string folder, IAsyncEnumerable<IndexDocument> documents, CancellationToken cancellationToken);

    /// <summary>Opens what <see cref="BuildAsync"/> wrote. A damaged or foreign folder throws <see cref="InvalidDataException"/>.</summary>
    ISearchIndex Open(string folder);

    /// <summary>
    /// An index, in memory, that answers as one would that is built of the <paramref name="changed"/> documents and of what <paramref name="below"/> has
    /// but for the <paramref name="stale"/> ones: the same matches and totals; scores as near as the two can be compared.
    /// </summary>
    /// <param name="below">An index that this engine opened. It must outlive the overlay, which does not dispose of it.</param>
    /// <param name="stale">Asked about the id of each document of <paramref name="below"/>.</param>
    ISearchIndex Overlay(ISearchIndex below, Predicate<string> stale, IEnumerable<IndexDocument> changed, CancellationToken cancellationToken);
}
