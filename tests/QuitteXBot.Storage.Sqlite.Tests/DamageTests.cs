using QuitteXBot.Core.Storage;
using QuitteXBot.Testing;
using static QuitteXBot.Testing.Storage.Builders;

namespace QuitteXBot.Storage.Sqlite.Tests;

/// <summary>Damage that only this kind of store can take: in its columns, its log, its file.</summary>
public sealed class DamageTests : IAsyncLifetime, IDisposable
{
    private readonly SqliteHarness _harness = new();

    public async Task InitializeAsync()
    {
        var source = Source("a", "Ils ont dit « nous partons », puis « c’est fini ».");
        await using var store = await _harness.OpenAsync(new ManualTimeProvider());
        await store.ApplyAsync(
            Batch((source, [Statement(source, "nous partons", "o"), Statement(source, "c’est fini", "o")])), "seeds", default);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _harness.Dispose();

    [Theory]
    [InlineData("UPDATE statements SET prefix = replace(prefix, 'dit', 'dis') WHERE start_at < 20")]
    [InlineData("UPDATE statements SET suffix = suffix || '!' WHERE start_at < 20")]
    [InlineData("UPDATE statements SET start_at = start_at + 1 WHERE start_at < 20")]
    [InlineData("UPDATE statements SET id = 's0123456789ab' WHERE start_at < 20")]
    [InlineData("UPDATE statements SET quote = CAST(x'6E6F7573FF' AS TEXT) WHERE start_at < 20")]
    [InlineData("UPDATE statements SET end_at = 100000 WHERE start_at < 20")]
    [InlineData("UPDATE statements SET start_at = -5 WHERE start_at < 20")]
    public async Task VerifyAsync_AnAlteredStatement_IsNamed(string sql)
    {
        await _harness.RunAsync(sql);

        Assert.NotNull(Assert.Single(await DefectsAsync()).StatementId);
    }

    [Fact]
    public async Task VerifyAsync_AnAlteredHash_NamesTheStatements()
    {
        await _harness.RunAsync("UPDATE source_texts SET sha256 = replace(sha256, 'a', 'b')");

        Assert.Equal(2, (await DefectsAsync()).Count(defect => defect.StatementId is not null));
    }

    [Theory]
    [InlineData("UPDATE revisions SET after = replace(after, 'partons', 'restons') WHERE after LIKE '%partons%'")]
    [InlineData("UPDATE revisions SET actor = 'nobody' WHERE entity = 'statement'")]
    [InlineData("DELETE FROM revisions WHERE number = 2")]
    [InlineData("UPDATE revisions SET hash = replace(hash, 'a', 'b')")]
    public async Task VerifyAsync_AnAlteredLog_NamesItsFirstBrokenLink(string sql)
    {
        await _harness.RunAsync("DROP TRIGGER revisions_are_never_changed");
        await _harness.RunAsync("DROP TRIGGER revisions_are_never_removed");
        await _harness.RunAsync(sql);

        Assert.Contains("log is broken at revision", Assert.Single(await DefectsAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAsync_AReferenceIntoTheVoid_IsFound()
    {
        using (var database = Databases.Database.Open(_harness.Path, readOnly: false))
            database.Execute("PRAGMA foreign_keys = OFF; UPDATE statements SET text_number = 99 WHERE start_at < 20");

        Assert.NotNull(Assert.Single(await DefectsAsync()).StatementId);
    }

    /// <summary>One byte anywhere in the file, where a word of the quote stands: in the source, in the quote, or in the log.</summary>
    [Fact]
    public async Task VerifyAsync_AnyStoredCopyOfTheWordsAlteredInTheFile_IsFound()
    {
        var bytes = await File.ReadAllBytesAsync(_harness.Path);
        var word = "partons"u8.ToArray();
        var copies = 0;
        for (var at = bytes.AsSpan().IndexOf(word); at >= 0; copies++)
        {
            var altered = (byte[])bytes.Clone();
            altered[at] ^= 1;
            await File.WriteAllBytesAsync(_harness.Path, altered);
            Assert.NotEmpty(await DefectsAsync());
            var next = bytes.AsSpan(at + 1).IndexOf(word);
            at = next < 0 ? -1 : at + 1 + next;
        }

        Assert.True(copies >= 3);
    }

    [Fact]
    public async Task VerifyAsync_PagesOverwritten_IsADefectAndNoException()
    {
        var bytes = await File.ReadAllBytesAsync(_harness.Path);
        bytes.AsSpan(4096 * 3).Fill(0xA5);
        await File.WriteAllBytesAsync(_harness.Path, bytes);

        Assert.NotEmpty(await DefectsAsync());
    }

    private async Task<IReadOnlyList<StoreDefect>> DefectsAsync()
    {
        await using var store = SqliteStore.OpenForReading(_harness.Path).Required();
        var defects = new List<StoreDefect>();
        await foreach (var defect in store.VerifyAsync(null, default))
            defects.Add(defect);
        return defects;
    }
}
