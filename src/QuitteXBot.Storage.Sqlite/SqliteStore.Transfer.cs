using QuitteXBot.Core.Results;
using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Transfer;

namespace QuitteXBot.Storage.Sqlite;

/// <content>From one store into another.</content>
public sealed partial class SqliteStore : IStoreTransfer
{
    public Task<StoreLog> ReadLogAsync(CancellationToken cancellationToken) =>
        ReadAsync(database => LogReader.Read(database, cancellationToken), cancellationToken);

    public Task<IngestReport> PreviewAsync(IngestBatch batch, string actor, CancellationToken cancellationToken) =>
        Writer.PreviewAsync(batch, actor, cancellationToken);

    public Task<Result<IngestReport>> TakeLogAsync(StoreLog log, IngestBatch records, bool keep, CancellationToken cancellationToken) =>
        Writer.TryAsync((database, now) => new LogTaker(database, log, cancellationToken).Take(records, now), keep, cancellationToken);
}
