using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Writing;

namespace QuitteXBot.Storage.Sqlite;

/// <summary>The one connection that writes. Writes of this process wait for their turn here; those of other processes on SQLite's lock.</summary>
internal sealed class StoreWriter(Database database, TimeProvider time) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private bool _disposed;

    /// <summary>For tests that end the process where it hurts most.</summary>
    public Action? BeforeCommit { get; set; }

    public async Task<IngestReport> ApplyAsync(IngestBatch batch, string actor, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return await Task.Run(() => Apply(batch, actor, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        _disposed = true;
        database.Dispose();
        _turn.Release();
    }

    private IngestReport Apply(IngestBatch batch, string actor, CancellationToken cancellationToken)
    {
        using var transaction = database.Begin(forWriting: true);
        var session = new IngestSession(database, new RevisionLog(database, actor, time.GetUtcNow()), cancellationToken);
        var report = new BatchWriter(session).Write(batch);
        BeforeCommit?.Invoke();
        transaction.Commit();
        return report;
    }
}
