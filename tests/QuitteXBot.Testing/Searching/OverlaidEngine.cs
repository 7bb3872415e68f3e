using QuitteXBot.Core.Searching;

namespace QuitteXBot.Testing.Searching;

/// <summary>
/// An engine whose indices are overlays: of every four documents the first is in the index below, the second is there with other words, the others are new.
/// What it answers must be what an index of all of them answers.
/// </summary>
/// <param name="changed">What is laid over each folder: to be shared by engines that build and open the same folder.</param>
public sealed class OverlaidEngine(ISearchEngine engine, Dictionary<string, List<IndexDocument>> changed) : ISearchEngine
{
    public string Name => engine.Name;

    public async Task BuildAsync(string folder, IAsyncEnumerable<IndexDocument> documents, CancellationToken cancellationToken)
    {
        var below = new List<IndexDocument>();
        changed[folder] = [];
        var count = 0;
        await foreach (var document in documents.WithCancellation(cancellationToken))
        {
            var place = count++ % 4;
            if (place == 0)
            {
                below.Add(document);
                continue;
            }

            changed[folder].Add(document);
            if (place == 1)
                below.Add(Former(document));
        }

        await engine.BuildAsync(folder, below.ToAsyncEnumerable(), cancellationToken);
    }

    public ISearchIndex Open(string folder)
    {
        var stale = changed[folder].Select(document => document.Id).ToHashSet();
        return engine.Overlay(engine.Open(folder), stale.Contains, changed[folder], CancellationToken.None);
    }

    public ISearchIndex Overlay(ISearchIndex below, Predicate<string> stale, IEnumerable<IndexDocument> changed, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>What is stale counts no more, but for how rare a word is held to be: its words are none that the tests rank by.</summary>
    private static IndexDocument Former(IndexDocument document) => new()
    {
        Kind = document.Kind,
        Id = document.Id,
        Text = "Vieux propos retirés depuis.",
        OrganisationId = "commune-1",
        Reasons = ["hate"],
    };
}
