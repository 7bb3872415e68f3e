using QuitteXBot.Core.Results;
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

    public DateTimeOffset Now => time.GetUtcNow();

    public Task<IngestReport> ApplyAsync(IngestBatch batch, string actor, CancellationToken cancellationToken) =>
        ApplyAsync(batch, actor, keep: true, cancellationToken);

    /// <summary>Does the same and keeps nothing of it.</summary>
    public Task<IngestReport> PreviewAsync(IngestBatch batch, string actor, CancellationToken cancellationToken) =>
        ApplyAsync(batch, actor, keep: false, cancellationToken);

    /// <summary>Runs in a transaction, which is kept unless the function throws.</summary>
    public Task<T> WriteAsync<T>(Func<Database, DateTimeOffset, T> write, CancellationToken cancellationToken) =>
        WriteAsync(write, _ => true, cancellationToken);

    /// <summary>Runs in a transaction, which is kept only if the function succeeds.</summary>
    public Task<Result<T>> TryAsync<T>(Func<Database, DateTimeOffset, Result<T>> write, CancellationToken cancellationToken)
        where T : notnull =>
        TryAsync(write, keep: true, cancellationToken);

    /// <param name="keep">False to try only.</param>
    public Task<Result<T>> TryAsync<T>(Func<Database, DateTimeOffset, Result<T>> write, bool keep, CancellationToken cancellationToken)
        where T : notnull =>
        WriteAsync(write, result => keep && result.IsSuccess, cancellationToken);

    /// <summary>Brings all that is written into the main file, so that the log of writes has nothing of it any more.</summary>
    public Task EmptyJournalAsync(CancellationToken cancellationToken) => TakeTurnAsync(
        () =>
        {
            database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            return true;
        },
        cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        _disposed = true;
        database.Dispose();
        _turn.Release();
    }

    private Task<IngestReport> ApplyAsync(IngestBatch batch, string actor, bool keep, CancellationToken cancellationToken) => WriteAsync(
        (database, now) => new BatchWriter(new IngestSession(database, new RevisionLog(database, actor, now), cancellationToken)).Write(batch),
        _ => keep,
        cancellationToken);

    private Task<T> WriteAsync<T>(Func<Database, DateTimeOffset, T> write, Func<T, bool> keep, CancellationToken cancellationToken) => TakeTurnAsync(
        () =>
        {
            using var transaction = database.Begin(forWriting: true);
            var result = write(database, time.GetUtcNow());
            if (keep(result))
            {
                BeforeCommit?.Invoke();
                transaction.Commit();
            }

            return result;
        },
        cancellationToken);

    private async Task<T> TakeTurnAsync<T>(Func<T> write, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return await Task.Run(write, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }
}
