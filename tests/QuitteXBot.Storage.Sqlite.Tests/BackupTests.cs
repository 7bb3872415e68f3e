using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Backup;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Testing;
using QuitteXBot.Testing.Searching;
using static QuitteXBot.Testing.Storage.Builders;

namespace QuitteXBot.Storage.Sqlite.Tests;

public sealed class BackupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _time = new();

    private string Store => _folder["data/quittexbot.db"];

    private string File1 => _folder["backups/one.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task BackupAsync_DuringWrites_IsOneStateThatVerifies()
    {
        await using var store = await OpenAsync();
        await AddAsync(store, 0, 200);
        using var end = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var number = 1_000; !end.IsCancellationRequested; number++)
                await AddAsync(store, number, 1);
        });
        var lengths = new List<int>();
        for (var count = 0; count < 10; count++)
        {
            var file = _folder[$"backups/{count}.db"];
            Assert.Null((await BackupAsync(file)).Error);
            lengths.Add(await VerifiedStatementsAsync(file));
        }

        await end.CancelAsync();
        await writing;
        Assert.Equal(lengths.Order(), lengths);
        Assert.True(lengths[0] >= 200);
        Assert.True(lengths[^1] > lengths[0], "Nothing was written meanwhile.");
    }

    /// <summary>Without a snapshot a copy begins anew with each write in between.</summary>
    [Fact]
    public async Task CopyTo_WriteBetweenTwoSteps_IsNoPartOfIt()
    {
        await using var store = await OpenAsync();
        await AddAsync(store, 0, 3_000);
        var parts = new List<double>();
        var wrote = false;

        var backup = await new SqliteBackup(Store, _time).BackupAsync(
            File1,
            new Reports(part =>
            {
                parts.Add(part);
                if (!wrote)
                    AddAsync(store, 9_000, 1).GetAwaiter().GetResult();
                wrote = true;
            }),
            default);

        Assert.Null(backup.Error);
        Assert.True(parts.Count > 1, "The store has too few pages for this test.");
        Assert.Equal(parts.Order(), parts);
        Assert.Equal(3_000, await VerifiedStatementsAsync(File1));
        Assert.Equal(3_001, (await store.SummariseAsync(default)).Statements);
    }

    [Fact]
    public async Task BackupAsync_File_IsOneFileOfItsLength()
    {
        await using var store = await OpenAsync();
        await AddAsync(store, 0, 5);

        var backup = await BackupAsync(File1);

        Assert.Equal(new FileInfo(File1).Length, backup.Value);
        Assert.Equal([File1], Directory.GetFiles(_folder["backups"]));
    }

    [Fact]
    public async Task BackupAsync_Cancelled_LeavesNothing()
    {
        await using var store = await OpenAsync();
        await AddAsync(store, 0, 3_000);
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new SqliteBackup(Store, _time).BackupAsync(File1, new Reports(_ => cancellation.Cancel()), cancellation.Token));

        Assert.Empty(Directory.GetFiles(_folder["backups"]));
    }

    [Fact]
    public async Task BackupAsync_Faults_SayWhatIsWrong()
    {
        Assert.Equal("store-missing", (await BackupAsync(File1)).Error?.Code);
        await (await OpenAsync()).DisposeAsync();
        Assert.Null((await BackupAsync(File1)).Error);
        Assert.Equal("backup-exists", (await BackupAsync(File1)).Error?.Code);
        Assert.Equal("backup-unwritable", (await BackupAsync(Path.Combine(File1, "under-a-file.db"))).Error?.Code);
    }

    [Fact]
    public async Task RestoreAsync_Backup_IsTheStoreAndTheOldOneIsKept()
    {
        await using (var store = await OpenAsync())
        {
            await AddAsync(store, 0, 5);
            await BackupAsync(File1);
            await AddAsync(store, 5, 2);
        }

        var restored = await RestoreAsync(File1);

        Assert.Equal((null, 5), (restored.Error, restored.Value?.Statements));
        Assert.Equal(5, await VerifiedStatementsAsync(Store));
        Assert.Equal(7, await VerifiedStatementsAsync(Store + IStoreBackup.KeptSuffix));
        Assert.DoesNotContain(Directory.GetFiles(_folder["data"]), file => file.Contains(".restoring", StringComparison.Ordinal));
        await using var writable = await OpenAsync();
        await AddAsync(writable, 7, 1);
        Assert.Equal(6, (await writable.SummariseAsync(default)).Statements);
    }

    /// <summary>The platforms know the keys of messages that were sent since the backup, and would drop new ones of the same number.</summary>
    [Fact]
    public async Task RestoreAsync_Store_GivesItsMessagesKeysOfTheirOwn()
    {
        await (await OpenAsync()).DisposeAsync();
        await BackupAsync(File1);
        var before = NameOf(Store);

        Assert.Null((await RestoreAsync(File1)).Error);

        Assert.Equal(before, NameOf(File1));
        Assert.NotEqual(before, NameOf(Store));
    }

    [Fact]
    public async Task RestoreAsync_StoreKilledWithItsLogBesideIt_KeepsAll()
    {
        var store = await OpenAsync();
        await AddAsync(store, 0, 5);
        await BackupAsync(File1);
        await AddAsync(store, 5, 2);
        // What a killed process leaves: the store and its write-ahead log.
        Directory.CreateDirectory(_folder["killed"]);
        foreach (var suffix in (string[])["", "-wal"])
            File.Copy(Store + suffix, _folder["killed/quittexbot.db" + suffix]);
        await store.DisposeAsync();
        Assert.True(new FileInfo(_folder["killed/quittexbot.db-wal"]).Length > 0);

        var restored = await new SqliteBackup(_folder["killed/quittexbot.db"], _time).RestoreAsync(File1, null, default);

        Assert.Null(restored.Error);
        Assert.Equal(5, await VerifiedStatementsAsync(_folder["killed/quittexbot.db"]));
        Assert.Equal(7, await VerifiedStatementsAsync(_folder["killed/quittexbot.db" + IStoreBackup.KeptSuffix]));
    }

    [Fact]
    public async Task RestoreAsync_NoStoreYet_IsMade()
    {
        await using (var store = await OpenAsync())
            await AddAsync(store, 0, 5);
        await BackupAsync(File1);

        var restored = await new SqliteBackup(_folder["new/quittexbot.db"], _time).RestoreAsync(File1, null, default);

        Assert.Null(restored.Error);
        Assert.Equal([_folder["new/quittexbot.db"]], Directory.GetFiles(_folder["new"]));
    }

    [Fact]
    public async Task RestoreAsync_DamagedStore_IsReplacedAndKept()
    {
        await using (var store = await OpenAsync())
            await AddAsync(store, 0, 5);
        await BackupAsync(File1);
        var damaged = new string('a', 10_000);
        await File.WriteAllTextAsync(Store, damaged);

        var restored = await RestoreAsync(File1);

        Assert.Null(restored.Error);
        Assert.Equal(5, await VerifiedStatementsAsync(Store));
        Assert.Equal(damaged, await File.ReadAllTextAsync(Store + IStoreBackup.KeptSuffix));
    }

    [Fact]
    public async Task RestoreAsync_StoreInUse_IsRefused()
    {
        await using var store = await OpenAsync();
        await AddAsync(store, 0, 5);
        await BackupAsync(File1);
        await AddAsync(store, 5, 2);

        var restored = await RestoreAsync(File1);

        Assert.Equal("store-busy", restored.Error?.Code);
        Assert.Equal(7, (await store.SummariseAsync(default)).Statements);
        await AddAsync(store, 7, 1);
        Assert.False(File.Exists(Store + IStoreBackup.KeptSuffix));
    }

    [Theory]
    [InlineData("missing", "backup-missing")]
    [InlineData("empty file", "backup-foreign")]
    [InlineData("empty database", "backup-foreign")]
    [InlineData("foreign", "backup-foreign")]
    [InlineData("text", "backup-damaged")]
    [InlineData("truncated", "backup-damaged")]
    [InlineData("pages overwritten", "backup-damaged")]
    [InlineData("quote altered", "backup-damaged")]
    [InlineData("source altered", "backup-damaged")]
    [InlineData("log altered", "backup-damaged")]
    [InlineData("newer", "backup-newer")]
    [InlineData("raw copy", "backup-unfinished")]
    public async Task RestoreAsync_BadBackup_IsRefusedAndTheStoreUntouched(string what, string code)
    {
        await using (var store = await OpenAsync())
            await AddAsync(store, 0, 300);
        await BackupAsync(File1);
        await SpoilAsync(what);
        var before = await File.ReadAllBytesAsync(Store);
        var files = Directory.GetFiles(_folder["data"]);

        var restored = await RestoreAsync(File1);

        Assert.Equal((code, File1), (restored.Error?.Code, restored.Error?.Location));
        Assert.Equal(before, await File.ReadAllBytesAsync(Store));
        Assert.Equal(files.Order(), Directory.GetFiles(_folder["data"]).Order());
    }

    private async Task SpoilAsync(string what)
    {
        var bytes = await File.ReadAllBytesAsync(File1);
        switch (what)
        {
            case "missing":
                File.Delete(File1);
                break;
            case "empty file":
                await File.WriteAllBytesAsync(File1, []);
                break;
            case "empty database":
                File.Delete(File1);
                Run("PRAGMA user_version = 0; VACUUM");
                break;
            case "foreign":
                File.Delete(File1);
                Run("CREATE TABLE notes (text TEXT)");
                break;
            case "text":
                await File.WriteAllTextAsync(File1, new string('a', 10_000));
                break;
            case "truncated":
                await File.WriteAllBytesAsync(File1, bytes[..(bytes.Length / 2)]);
                break;
            case "pages overwritten":
                bytes.AsSpan(4096 * 3).Fill(0xA5);
                await File.WriteAllBytesAsync(File1, bytes);
                break;
            case "quote altered":
                Run("UPDATE statements SET quote = replace(quote, 'partons', 'restons') WHERE source_id = 'a7'");
                break;
            case "source altered":
                Run("UPDATE source_texts SET text = replace(text, 'partons', 'restons') WHERE source_id = 'a7'");
                break;
            case "log altered":
                Run("DROP TRIGGER revisions_are_never_changed; UPDATE revisions SET actor = 'nobody' WHERE number = 3");
                break;
            case "newer":
                Run("PRAGMA user_version = 999");
                break;
            case "raw copy":
                await File.WriteAllTextAsync(File1 + "-wal", "pages");
                break;
        }
    }

    private void Run(string sql)
    {
        using var database = Database.Open(File1, readOnly: false);
        database.Execute(sql);
    }

    private static string NameOf(string file)
    {
        using var database = Database.Open(file, readOnly: true);
        using var rows = database.QueryOnce("SELECT value FROM meta WHERE name = 'store'");
        return rows.Read() ? rows.Text(0) : "";
    }

    private async Task<SqliteStore> OpenAsync() => (await SqliteStore.OpenAsync(Store, _time, default)).Required();

    private Task<Core.Results.Result<long>> BackupAsync(string file) => new SqliteBackup(Store, _time).BackupAsync(file, null, default);

    private Task<Core.Results.Result<StoreSummary>> RestoreAsync(string file) => new SqliteBackup(Store, _time).RestoreAsync(file, null, default);

    /// <summary>As many sources from the number on, with a statement each.</summary>
    private static async Task AddAsync(SqliteStore store, int first, int count)
    {
        var sources = Enumerable.Range(first, count).Select(number => Source($"a{number}", $"Ils ont dit « nous partons {number} », et {new string('m', 1_000)}.")).ToArray();
        var others = (await store.ListSourcesAsync(default)).Select(source => source.Id).Except(sources.Select(source => source.Id));
        await store.ApplyAsync(
            Batch([.. sources.Select(source => (source, (Statement[])[Statement(source, "nous partons", "o")]))]) with { UnreadableSourceIds = [.. others] }, "test", default);
    }

    private static async Task<int> VerifiedStatementsAsync(string file)
    {
        await using var store = SqliteStore.OpenForReading(file).Required();
        await foreach (var defect in store.VerifyAsync(null, default))
            Assert.Fail(defect.Message);
        return (await store.SummariseAsync(default)).Statements;
    }

    private sealed class Reports(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
