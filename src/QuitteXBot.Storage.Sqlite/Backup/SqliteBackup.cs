using QuitteXBot.Core.Files;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Migrations;

namespace QuitteXBot.Storage.Sqlite.Backup;

/// <summary>Backups through SQLite's online backup API (https://www.sqlite.org/backup.html), through connections of its own.</summary>
/// <param name="storePath">The store's file, open or not.</param>
public sealed class SqliteBackup(string storePath, TimeProvider time) : IStoreBackup
{
    private readonly string _store = Path.GetFullPath(storePath);

    public Task<Result<long>> BackupAsync(string file, IProgress<double>? progress, CancellationToken cancellationToken) =>
        Task.Run(() => Backup(Path.GetFullPath(file), progress, cancellationToken), cancellationToken);

    public Task<Result<StoreSummary>> RestoreAsync(string file, IProgress<double>? progress, CancellationToken cancellationToken) =>
        new Restoring(_store, Path.GetFullPath(file), time).RunAsync(progress, cancellationToken);

    private Result<long> Backup(string file, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (File.Exists(file))
            return new Error("backup-exists", "There is such a file already: name another one.", file);
        if (!File.Exists(_store))
            return new Error("store-missing", "There is no store yet, and nothing to back up.", _store);
        var part = file + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Delete(part);
            if (Copy(part, progress, cancellationToken) is { } error)
                return error;
            Durable.FlushFile(part);
            File.Move(part, file);
            Durable.FlushFolder(Path.GetDirectoryName(file)!);
            return new FileInfo(file).Length;
        }
        catch (StoreException exception)
        {
            return StoreOpening.Explain(exception, _store);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Error("backup-unwritable", $"The backup cannot be written: {exception.Message}", file);
        }
        finally
        {
            Discard(part);
        }
    }

    /// <summary>
    /// Holds one snapshot from the first page to the last: without it the copy would begin anew with each write, and never end on a busy store.
    /// </summary>
    private Error? Copy(string part, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        using var source = Database.Open(_store, readOnly: true);
        if (Migrator.RefuseReading(source, _store) is { } refused)
            return refused;
        using var snapshot = source.Begin(forWriting: false);
        _ = source.Number("SELECT count(*) FROM sqlite_schema");
        using var target = Database.Open(part, readOnly: false);
        source.CopyTo(target, progress, cancellationToken);
        // One file with nothing beside it, wherever it is carried to.
        target.Execute("PRAGMA journal_mode = DELETE");
        return null;
    }

    private static void Discard(string part)
    {
        try
        {
            File.Delete(part);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What is left is overwritten next time, and has a name that no backup has.
        }
    }
}
