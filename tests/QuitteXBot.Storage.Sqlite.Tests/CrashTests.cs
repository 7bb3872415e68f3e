using System.Diagnostics;
using QuitteXBot.Testing;
using QuitteXBot.Testing.Searching;

namespace QuitteXBot.Storage.Sqlite.Tests;

/// <summary>A process of its own applies a batch and is killed, before or after it may say that the batch is kept.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["quittexbot.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ApplyAsync_KilledJustBeforeTheCommit_LeavesTheOldState()
    {
        await KillAsync(CrashingProcess.AfterApply, CrashingProcess.First);

        await KillAsync(CrashingProcess.BeforeCommit, CrashingProcess.Second);

        await AssertStateAsync(CrashingProcess.First);
    }

    [Fact]
    public async Task ApplyAsync_KilledOnceAcknowledged_KeepsTheNewState()
    {
        await KillAsync(CrashingProcess.AfterApply, CrashingProcess.First);

        await KillAsync(CrashingProcess.AfterApply, CrashingProcess.Second);

        await AssertStateAsync(CrashingProcess.Second);
    }

    private async Task AssertStateAsync(string version)
    {
        await using (var reader = SqliteStore.OpenForReading(Path).Required())
            await AssertStateAsync(reader, version);
        await using var store = (await SqliteStore.OpenAsync(Path, new ManualTimeProvider(), default)).Required();
        await AssertStateAsync(store, version);
        var again = await store.ApplyAsync(CrashingProcess.Batch(version), "seeds", default);
        Assert.Equal((0, 0, 0), (again.Added, again.Changed, again.Withdrawn));
    }

    private static async Task AssertStateAsync(SqliteStore store, string version)
    {
        var expected = CrashingProcess.Batch(version);
        var count = 0;
        await foreach (var item in store.AllStatementsAsync(default))
        {
            Assert.Contains(version, item.Statement.Quote.Text, StringComparison.Ordinal);
            count++;
        }

        Assert.Equal(expected.Statements.Length, count);
        await foreach (var defect in store.VerifyAsync(null, default))
            Assert.Fail(defect.Message);
    }

    private async Task KillAsync(string moment, string version)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["exec", typeof(CrashTests).Assembly.Location, CrashingProcess.Verb, Path, moment, version])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        Assert.Equal(CrashingProcess.Ready, await process.StandardOutput.ReadLineAsync());
        process.Kill();
        await process.WaitForExitAsync();
    }
}
