using QuitteXBot.Core.Results;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Migrations;

namespace QuitteXBot.Storage.Sqlite;

/// <summary>Opens stores, and says what is wrong with a file that is none.</summary>
internal static class StoreOpening
{
    /// <summary>The write-ahead log shrinks to this after a large write.</summary>
    private const int JournalBytes = 16 << 20;

    /// <summary>So that a large batch is sorted into its indices in memory.</summary>
    private const int WriterCacheKibibytes = 64 << 10;

    public static Result<SqliteStore> Open(string path, TimeProvider time)
    {
        path = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Error("store-unreachable", $"The folder of the store cannot be made: {exception.Message}", path);
        }

        return Open(path, readOnly: false, database =>
        {
            if (Migrator.Refuse(database, path) is { } error)
                return error;
            database.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON");
            database.Execute($"PRAGMA journal_size_limit = {JournalBytes}; PRAGMA cache_size = -{WriterCacheKibibytes}");
            Migrator.Migrate(database);
            return new SqliteStore(new ConnectionPool(path), new StoreWriter(database, time));
        });
    }

    public static Result<SqliteStore> OpenForReading(string path)
    {
        path = Path.GetFullPath(path);
        if (!File.Exists(path))
            return new Error("store-missing", "There is no store yet: run `quittexbot reindex` to make it from the seeds.", path);
        return Open(path, readOnly: true, database =>
        {
            if (Migrator.RefuseReading(database, path) is { } error)
                return error;
            var readers = new ConnectionPool(path);
            readers.Return(database);
            return new SqliteStore(readers, writer: null);
        });
    }

    private static Result<SqliteStore> Open(string path, bool readOnly, Func<Database, Result<SqliteStore>> prepare)
    {
        Database? database = null;
        try
        {
            database = Database.Open(path, readOnly);
            var store = prepare(database);
            if (store.IsSuccess)
                database = null;
            return store;
        }
        catch (StoreException exception)
        {
            return Explain(exception, path);
        }
        finally
        {
            database?.Dispose();
        }
    }

    public static Error Explain(StoreException exception, string path) => exception.Code switch
    {
        Native.NotADatabase => new Error("store-damaged", "The file is no SQLite database: move it away, or choose another Paths:Data.", path),
        Native.Corrupt => new Error("store-damaged", $"The store is damaged ({exception.Message}): restore it from a backup.", path),
        Native.ReadOnly or Native.CannotOpen => new Error(
            "store-unreachable", $"The store cannot be opened ({exception.Message}): check the rights on the file and on its folder, in which SQLite writes even to read.", path),
        Native.Busy or Native.Locked => new Error(
            "store-busy", "Another process has been writing to the store for too long: wait for it, or end it.", path),
        _ => new Error("store-unreachable", $"The store cannot be opened: {exception.Message}.", path),
    };
}
