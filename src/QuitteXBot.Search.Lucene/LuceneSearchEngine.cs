using QuitteXBot.Core;
using QuitteXBot.Core.Searching;
using QuitteXBot.Search.Analysis;
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
        Directory.CreateDirectory(folder);
        using (var builder = new LuceneIndexBuilder(folder, Vocabulary.From(catalogue())))
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
            return new LuceneIndex(folder, files);
        }
        catch (Exception exception) when (LuceneIndex.IsDamage(exception))
        {
            throw new InvalidDataException("The index is damaged: run reindex.", exception);
        }
    }
}
