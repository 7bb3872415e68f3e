using QuitteXBot.Commands.Knowledge;
using QuitteXBot.Core;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Searching;
using QuitteXBot.Core.Storage;
using QuitteXBot.Indexing;
using QuitteXBot.Search.Generations;

namespace QuitteXBot.Composition;

/// <summary>
/// What a question sees: one generation, held until it is answered, what changed in the store since it was built laid over it, and the store.
/// While nothing changed, that costs one look at the store's last revision.
/// </summary>
internal sealed class KnowledgeSource(GenerationStore generations, IStore store, ISearchEngine engine) : IKnowledgeSource, IDisposable
{
    private readonly LatestChanges latest = new(store, engine);

    /// <summary>
    /// Called, at most once a generation, when so much changed that the generation should be built anew. Who serves for long sets it
    /// to something that starts this in the background and returns at once.
    /// </summary>
    public Action? FarBehind { get; set; }

    public async ValueTask<IKnowledge> OpenAsync(CancellationToken cancellationToken)
    {
        var lease = generations.Acquire() ?? throw new InvalidOperationException("no generation was built before the first question");
        try
        {
            var changes = await latest.SinceAsync(lease, cancellationToken);
            if (changes is { IsFarBehind: true } && lease.Part(static _ => new Told()).IsFirst())
                FarBehind?.Invoke();
            return new Knowledge(lease, changes, store);
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    public void Dispose() => latest.Dispose();

    private sealed class Knowledge(GenerationLease lease, ChangeOverlay? changes, IStore store) : IKnowledge
    {
        public IOrganisationResolver Names => changes?.Names ?? lease.Part(Reindexer.OpenNames);

        public ISearchIndex Index => changes?.Index ?? lease.Index;

        public Catalogue Catalogue => lease.Catalogue;

        public IStore Store => store;

        public void Dispose() => lease.Dispose();
    }

    private sealed class Told
    {
        private int told;

        public bool IsFirst() => Interlocked.Exchange(ref told, 1) == 0;
    }
}
