using QuitteXBot.Core.Files;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Databases;

namespace QuitteXBot.Storage.Sqlite.Backup;

/// <summary>Checks a copy of a backup beside the store, then switches.</summary>
internal sealed class Restoring(string store, string file, TimeProvider time)
{
    private static readonly string[] Companions = ["-wal", "-shm", "-journal"];

    /// <summary>A bot that runs will not end while we wait.</summary>
    private const int BusyMilliseconds = 500;

    private readonly string _side = store + ".restoring";

    public async Task<Result<StoreSummary>> RunAsync(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
            return new Error("backup-missing", "There is no such file.", file);
        if (File.Exists(file + "-wal") && new FileInfo(file + "-wal").Length > 0)
            return new Error("backup-unfinished", "The file is no backup but the raw copy of an open store, with its log beside it: take a backup with `quittexbot backup`.", file);
        try
        {
            await CopyAsync(cancellationToken).ConfigureAwait(false);
            var checkedCopy = await CheckAsync(progress, cancellationToken).ConfigureAwait(false);
            if (!checkedCopy.IsSuccess)
                return checkedCopy;
            return await Task.Run(Switch, cancellationToken).ConfigureAwait(false) is { } error ? error : checkedCopy;
        }
        catch (StoreException exception)
        {
            return new Error("backup-damaged", $"The backup cannot be read: {exception.Message}.", file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Error("store-unreachable", $"The backup cannot be put in the store's place: {exception.Message}", store);
        }
        finally
        {
            Discard(_side);
        }
    }

    private async Task CopyAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(store)!);
        Discard(_side);
        await using var from = File.OpenRead(file);
        await using var to = File.Create(_side);
        await from.CopyToAsync(to, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Result<StoreSummary>> CheckAsync(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (IsEmpty())
            return new Error("backup-foreign", "The file is empty, and no backup.", file);
        var opened = await SqliteStore.OpenAsync(_side, time, cancellationToken).ConfigureAwait(false);
        if (!opened.IsSuccess)
            return new Error(opened.Error.Code.Replace("store-", "backup-", StringComparison.Ordinal), Reason(opened.Error.Code), file);
        await using var copy = opened.Value;
        var (defects, first) = (0, "");
        await foreach (var defect in copy.VerifyAsync(progress, cancellationToken).ConfigureAwait(false))
        {
            if (defects++ == 0)
                first = defect.Message;
        }

        return defects == 0
            ? await copy.SummariseAsync(cancellationToken).ConfigureAwait(false)
            : new Error("backup-damaged", $"The backup has {defects} defects. The first one: {first}", file);
    }

    /// <summary>An empty database opens as a new store; put in the place of a full one it would lose everything.</summary>
    private bool IsEmpty()
    {
        if (new FileInfo(_side).Length == 0)
            return true;
        using var copy = Database.Open(_side, readOnly: true);
        return copy.Number("SELECT count(*) FROM sqlite_schema") == 0;
    }

    private static string Reason(string code) => code switch
    {
        "store-foreign" => "The file is a SQLite database of another program.",
        "store-newer" => "The backup was taken by a newer version of QuitteXBot: update QuitteXBot first.",
        "store-damaged" => "The file is no SQLite database, or damaged.",
        _ => "The backup cannot be opened.",
    };

    /// <summary>The store is never missing from its place: it is copied aside, and replaced in one step.</summary>
    private Error? Switch()
    {
        using (var copy = Database.Open(_side, readOnly: false))
        {
            // The numbers of messages begin again where the backup was taken. Under the old name a platform would take the next messages for those
            // that it had since then, and drop them.
            copy.Execute("UPDATE meta SET value = lower(hex(randomblob(6))) WHERE name = 'store'; PRAGMA journal_mode = DELETE");
        }

        Durable.FlushFile(_side);
        if (File.Exists(store))
        {
            if (Close() is { } busy)
                return busy;
            Keep();
        }

        File.Move(_side, store, overwrite: true);
        Durable.FlushFolder(Path.GetDirectoryName(store)!);
        return null;
    }

    /// <summary>Brings the write-ahead log into the store, which SQLite does only where nobody else has it open. A damaged store is kept as it is.</summary>
    private Error? Close()
    {
        try
        {
            using var old = Database.Open(store, readOnly: false);
            old.Execute($"PRAGMA busy_timeout = {BusyMilliseconds}");
            using var mode = old.QueryOnce("PRAGMA journal_mode = DELETE");
            return mode.Read() && mode.Text(0) == "delete" ? null : Busy();
        }
        catch (StoreException exception) when (exception.Code is Native.Busy or Native.Locked)
        {
            return Busy();
        }
        catch (StoreException)
        {
            return null;
        }
    }

    private Error Busy() => new("store-busy", "The store is in use: end the bot, then restore.", store);

    private void Keep()
    {
        var kept = store + IStoreBackup.KeptSuffix;
        Discard(kept);
        File.Copy(store, kept);
        Durable.FlushFile(kept);
        foreach (var companion in Companions.Where(companion => File.Exists(store + companion)))
            File.Move(store + companion, kept + companion);
        Durable.FlushFolder(Path.GetDirectoryName(store)!);
    }

    private static void Discard(string path)
    {
        foreach (var name in Companions.Select(companion => path + companion).Prepend(path).Where(File.Exists))
            File.Delete(name);
    }
}
