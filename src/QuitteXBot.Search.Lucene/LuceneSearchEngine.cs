using Lucene.Net.Store;
using QuitteXBot.Core;
using QuitteXBot.Core.Searching;
using QuitteXBot.Search.Analysis;
using QuitteXBot.Search.Embedded;
using QuitteXBot.Search.Lucene.Building;
using QuitteXBot.Search.Lucene.Files;

namespace QuitteXBot.Search.Lucene;

/// <summary>
/// The same search on Lucene.Net: Lucene's files, postings and queries under the project's own analysis, query plan and scores. Because those three
/// are shared with the embedded engine and not written a second time, a question has the same answers with either.
/// </summary>
/// <param name="catalogue">
/// Where the vocabulary of reasons comes from. It is asked when an index is built; an open index uses the vocabulary that it was built with.
/// </param>
public sealed class LuceneSearchEngine(Func<Catalogue> catalogue) : ISearchEngine
{
    public LuceneSearchEngine(Catalogue catalogue)
        : this(() => catalogue)
    {
    }

    public string Name => "Lucene";

    public async Task BuildAsync(string folder, IAsyncEnumerable<IndexDocument> documents, CancellationToken cancellationToken)
    {
        System.IO.Directory.CreateDirectory(folder);
        using (var directory = LuceneIndex.DirectoryOf(folder))
        using (var builder = new LuceneIndexBuilder(directory, Vocabulary.From(catalogue())))
        {
            await foreach (var document in documents.WithCancellation(cancellationToken).ConfigureAwait(false))
                builder.Add(document);
            cancellationToken.ThrowIfCancellationRequested();
            builder.Finish();
        }

        cancellationToken.ThrowIfCancellationRequested();
        FileList.Write(folder);
    }

    public ISearchIndex Open(string folder)
    {
        var files = FileList.Open(folder);
        try
        {
            return LuceneIndex.Open(LuceneIndex.DirectoryOf(folder), files);
        }
        catch (Exception exception) when (LuceneIndex.IsDamage(exception))
        {
            throw new InvalidDataException("The index is damaged: run reindex.", exception);
        }
    }

    public ISearchIndex Overlay(ISearchIndex below, Predicate<string> stale, IEnumerable<IndexDocument> changed, CancellationToken cancellationToken)
    {
        if (below is not LuceneIndex index)
            throw new ArgumentException("Only an index of this engine can be overlaid.", nameof(below));
        var memory = new RAMDirectory();
        using (var builder = new LuceneIndexBuilder(memory, index.Vocabulary))
        {
            foreach (var document in changed)
            {
                cancellationToken.ThrowIfCancellationRequested();
                builder.Add(document);
            }

            builder.Finish();
        }

        return new OverlayIndex<LuceneIndex>(index, LuceneIndex.Open(memory, files: null), index.Documents(stale));
    }
}
