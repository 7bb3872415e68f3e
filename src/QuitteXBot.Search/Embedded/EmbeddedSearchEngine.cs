using QuitteXBot.Core;
using QuitteXBot.Core.Searching;
using QuitteXBot.Search.Analysis;
using QuitteXBot.Search.Embedded.Building;
using QuitteXBot.Search.Embedded.Files;

namespace QuitteXBot.Search.Embedded;

/// <summary>
/// The engine of the default build: an inverted index of our own in one immutable, checksummed file, searched in process. While building it keeps
/// a few hundred bytes of a document in memory.
/// </summary>
/// <param name="catalogue">
/// Where the vocabulary of reasons comes from. It is asked when an index is built; an open index uses the vocabulary that it was built with.
/// </param>
public sealed class EmbeddedSearchEngine(Func<Catalogue> catalogue) : ISearchEngine
{
    internal const string FileName = "index.qxi";

    public EmbeddedSearchEngine(Catalogue catalogue)
        : this(() => catalogue)
    {
    }

    /// <summary>Bytes of a file that is read at once; a larger one is mapped.</summary>
    internal long LargestReadAtOnce { get; init; } = IndexFile.LargestReadAtOnce;

    public string Name => "Embedded";

    public async Task BuildAsync(string folder, IAsyncEnumerable<IndexDocument> documents, CancellationToken cancellationToken)
    {
        var builder = new IndexBuilder(Vocabulary.From(catalogue()));
        await foreach (var document in documents.WithCancellation(cancellationToken).ConfigureAwait(false))
            builder.Add(document);
        Directory.CreateDirectory(folder);
        IndexBuilderOutput.Write(builder, Path.Combine(folder, FileName), cancellationToken);
    }

    public ISearchIndex Open(string folder)
    {
        var file = IndexFile.Open(Path.Combine(folder, FileName), LargestReadAtOnce);
        try
        {
            return new EmbeddedIndex(file);
        }
        catch (Exception exception) when (exception is IndexOutOfRangeException or ArgumentException)
        {
            file.Dispose();
            throw new InvalidDataException("The index is damaged: run reindex.", exception);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public ISearchIndex Overlay(ISearchIndex below, Predicate<string> stale, IEnumerable<IndexDocument> changed, CancellationToken cancellationToken)
    {
        if (below is not EmbeddedIndex index)
            throw new ArgumentException("Only an index of this engine can be overlaid.", nameof(below));
        var builder = new IndexBuilder(index.Vocabulary);
        foreach (var document in changed)
            builder.Add(document);
        using var written = new MemoryStream();
        IndexBuilderOutput.Write(builder, written, cancellationToken);
        var above = new EmbeddedIndex(IndexFile.Of(written.GetBuffer().AsSpan(0, (int)written.Length)));
        return new OverlayIndex<EmbeddedIndex>(index, above, index.Documents(stale));
    }
}
