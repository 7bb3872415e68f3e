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
}
