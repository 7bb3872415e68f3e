using QuitteXBot.Core.Searching;
using QuitteXBot.Core.Storage;
using QuitteXBot.Indexing;
using QuitteXBot.Search.Generations;

namespace QuitteXBot.Composition;

/// <summary>Keeps what changed since the generation that serves, and reads it anew when the store has gone on. Thread-safe; one reads at a time.</summary>
internal sealed class LatestChanges(IStore store, ISearchEngine engine) : IDisposable
{
    /// <summary>So many changed entities are laid over a generation: the latest. It takes well under a second, and is done once a change.</summary>
    internal const int Most = 2_000;

    private readonly SemaphoreSlim gate = new(1);
    private volatile ChangeOverlay? latest;

    /// <summary>What changed since the generation was built; null where nothing did.</summary>
    public async ValueTask<ChangeOverlay?> SinceAsync(GenerationLease lease, CancellationToken cancellationToken)
    {
        var origin = lease.Part(GenerationOrigin.Read).Revision;
        var revision = await store.LastRevisionAsync(cancellationToken);
        if (revision <= origin)
            return null;
        if (latest is { } known && known.Serves(lease, revision))
            return known;
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (latest is not { } before || !before.Serves(lease, revision))
                latest = await ReadAsync(lease, origin, cancellationToken);
            return latest;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<ChangeOverlay> ReadAsync(GenerationLease lease, long origin, CancellationToken cancellationToken)
    {
        var before = latest is { } known && known.IsOf(lease) ? known : null;
        if (before is not null)
        {
            var news = await store.ChangesSinceAsync(before.Revision, Most, cancellationToken);
            if (news.IsEmpty)
                return before.At(news.Revision);
        }

        var changes = await store.ChangesSinceAsync(origin, Most, cancellationToken);
        var changed = await new ChangedRecords(store).ReadAsync(changes, cancellationToken);
        return new ChangeOverlay(lease, engine, changed);
    }
}
