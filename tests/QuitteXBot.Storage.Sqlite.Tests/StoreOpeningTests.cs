using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Testing;
using QuitteXBot.Testing.Searching;
using static QuitteXBot.Testing.Storage.Builders;

namespace QuitteXBot.Storage.Sqlite.Tests;

public sealed class StoreOpeningTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _time = new();

    private string Path => _folder["data/quittexbot.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task OpenAsync_NoFolderYet_MakesIt()
    {
        await using var store = (await SqliteStore.OpenAsync(Path, _time, default)).Required();

        Assert.Equal(0, (await store.SummariseAsync(default)).Sources);
        Assert.True(File.Exists(Path));
    }

    [Fact]
    public async Task OpenAsync_AFileThatIsNoDatabase_SaysSo()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        await File.WriteAllTextAsync(Path, string.Concat(Enumerable.Repeat("Ceci n’est pas une base de données. ", 50)));

        Assert.Equal("store-damaged", (await SqliteStore.OpenAsync(Path, _time, default)).Error?.Code);
        Assert.Equal("store-damaged", SqliteStore.OpenForReading(Path).Error?.Code);
    }

    [Fact]
    public async Task OpenAsync_AnotherProgramsDatabase_IsLeftAlone()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        using (var database = Database.Open(Path, readOnly: false))
            database.Execute("CREATE TABLE theirs (a)");
        var before = await File.ReadAllBytesAsync(Path);

        var error = (await SqliteStore.OpenAsync(Path, _time, default)).Error;

        Assert.Equal(("store-foreign", Path), (error?.Code, error?.Location));
        Assert.Equal("store-foreign", SqliteStore.OpenForReading(Path).Error?.Code);
        Assert.Equal(before, await File.ReadAllBytesAsync(Path));
    }

    [Fact]
    public async Task OpenAsync_ANewerSchema_SaysToUpdate()
    {
        await MakeAsync("PRAGMA user_version = 999");

        var error = (await SqliteStore.OpenAsync(Path, _time, default)).Error;

        Assert.Equal("store-newer", error?.Code);
        Assert.Contains("999", error?.Message, StringComparison.Ordinal);
        Assert.Equal("store-newer", SqliteStore.OpenForReading(Path).Error?.Code);
    }

    [Fact]
    public async Task OpenForReading_AnOlderSchema_SaysToReindex()
    {
        await MakeAsync("PRAGMA user_version = 0");

        Assert.Equal("store-old", SqliteStore.OpenForReading(Path).Error?.Code);
    }

    [Fact]
    public async Task OpenAsync_AFolderThatCannotBeMade_SaysSo()
    {
        await File.WriteAllTextAsync(_folder["data"], "a file where the folder should be");

        Assert.Equal("store-unreachable", (await SqliteStore.OpenAsync(Path, _time, default)).Error?.Code);
    }

    [Fact]
    public async Task OpenAsync_AFolderInItsPlace_SaysSo()
    {
        Directory.CreateDirectory(Path);

        Assert.Equal("store-unreachable", (await SqliteStore.OpenAsync(Path, _time, default)).Error?.Code);
    }

    [Fact]
    public async Task OpenAsync_AReadOnlyFolder_SaysSo()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        if (!OperatingSystem.IsLinux() || Environment.UserName == "root")
            return;
        File.SetUnixFileMode(System.IO.Path.GetDirectoryName(Path)!, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Assert.Equal("store-unreachable", (await SqliteStore.OpenAsync(Path, _time, default)).Error?.Code);
    }

    [Fact]
    public void OpenForReading_NoFile_SaysToReindexAndMakesNothing()
    {
        Assert.Equal("store-missing", SqliteStore.OpenForReading(Path).Error?.Code);
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public async Task OpenForReading_AStore_ReadsAndRefusesToWrite()
    {
        var source = Source("a", "« un »");
        await using (var writer = (await SqliteStore.OpenAsync(Path, _time, default)).Required())
            await writer.ApplyAsync(Batch((source, [Statement(source, "un")])), "seeds", default);

        await using var store = SqliteStore.OpenForReading(Path).Required();

        Assert.Equal(1, (await store.StatementsAsync(new StatementQuery(), default)).Total);
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.ApplyAsync(new IngestBatch(), "seeds", default));
    }

    [Fact]
    public async Task OpenForReading_WhileAnotherWrites_SeesEachCommit()
    {
        var source = Source("a", "« un »");
        await using var writer = (await SqliteStore.OpenAsync(Path, _time, default)).Required();
        await using var reader = SqliteStore.OpenForReading(Path).Required();
        Assert.Equal(0, (await reader.StatementsAsync(new StatementQuery(), default)).Total);

        await writer.ApplyAsync(Batch((source, [Statement(source, "un")])), "seeds", default);

        Assert.Equal(1, (await reader.StatementsAsync(new StatementQuery(), default)).Total);
    }

    [Fact]
    public async Task OpenAsync_FromSeveralTasksAtOnce_MigratesOnce()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SqliteStore.OpenAsync(Path, _time, default)));

        foreach (var store in opened)
        {
            Assert.Null(store.Error);
            await store.Required().DisposeAsync();
        }
    }

    [Fact]
    public async Task Dispose_Twice_IsQuietAndEndsTheStore()
    {
        var store = (await SqliteStore.OpenAsync(Path, _time, default)).Required();
        await store.DisposeAsync();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.SummariseAsync(default));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.ApplyAsync(new IngestBatch(), "seeds", default));
    }

    private async Task MakeAsync(string sql)
    {
        await (await SqliteStore.OpenAsync(Path, _time, default)).Required().DisposeAsync();
        using var database = Database.Open(Path, readOnly: false);
        database.Execute(sql);
    }
}
