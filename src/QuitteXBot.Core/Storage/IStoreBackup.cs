using QuitteXBot.Core.Results;

namespace QuitteXBot.Core.Storage;

/// <summary>
/// Copies the store away and back. The index is derived from it, and not part of it; nor is what the chat platforms keep for themselves (sync tokens,
/// sessions).
/// </summary>
public interface IStoreBackup
{
    /// <summary>
    /// Writes the store as it is at this moment into a new file, while reads and writes go on. The file is whole or not there.
    /// Errors: <c>backup-exists</c>, <c>backup-unwritable</c>, <c>store-missing</c>, and those of opening a store.
    /// </summary>
    /// <param name="progress">Gets the part done, 0 to 1.</param>
    /// <returns>The file's length in bytes.</returns>
    Task<Result<long>> BackupAsync(string file, IProgress<double>? progress, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a backup in the store's place, once a copy of it was opened, brought up to date and verified: every quote, every source, the whole log.
    /// The store that was there is kept beside it under <see cref="KeptSuffix"/>. Nobody may have the store open. What waited to be announced when the
    /// backup was taken waits again, and is announced a second time where that was done since.
    /// Errors: <c>backup-missing</c>, <c>backup-foreign</c>, <c>backup-unfinished</c>, <c>backup-newer</c>, <c>backup-damaged</c>, <c>backup-unreadable</c>,
    /// <c>store-busy</c>, <c>store-unreachable</c>; with each of them the store is as it was.
    /// </summary>
    /// <returns>What the store holds now.</returns>
    Task<Result<StoreSummary>> RestoreAsync(string file, IProgress<double>? progress, CancellationToken cancellationToken);

    /// <summary>What is put behind the store's file name to keep the store that a backup replaced.</summary>
    const string KeptSuffix = ".before-restore";
}
