using QuitteXBot.Core.Results;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Testing.Searching;
using QuitteXBot.Testing.Storage;

namespace QuitteXBot.Storage.Sqlite.Tests;

/// <summary>A store in a file of its own; other hands reach it through a second connection.</summary>
internal sealed class SqliteHarness : IStoreHarness, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Path => _folder["quittexbot.db"];

    public async Task<IStore> OpenAsync(TimeProvider time) => (await SqliteStore.OpenAsync(Path, time, default)).Required();

    public Task EditAsync(string statementId, string speaker, StatementStatus status) => RunAsync(
        "UPDATE statements SET speaker = ?, status = ?, edited_by = 'discord:1' WHERE id = ?", speaker, Spelling.Of(status), statementId);

    public Task AlterQuoteAsync(string statementId, string from, string to) =>
        RunAsync("UPDATE statements SET quote = replace(quote, ?, ?) WHERE id = ?", from, to, statementId);

    public Task AlterSourceAsync(string sourceId, string from, string to) =>
        RunAsync("UPDATE source_texts SET text = replace(text, ?, ?) WHERE source_id = ?", from, to, sourceId);

    public async Task<bool> CanAlterRevisionsAsync()
    {
        string[] attempts = ["UPDATE revisions SET actor = ''", "DELETE FROM revisions"];
        foreach (var sql in attempts)
        {
            if (await Record.ExceptionAsync(() => RunAsync(sql)) is not StoreException)
                return true;
        }

        return false;
    }

    public void Dispose() => _folder.Dispose();

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public Task RunAsync(string sql, params string[] values)
    {
        using var database = Database.Open(Path, readOnly: false);
        using var command = database.QueryOnce(sql);
        foreach (var value in values)
            command.Add(value);
        command.Run();
        return Task.CompletedTask;
    }
}

internal static class ResultExtensions
{
    public static SqliteStore Required(this Result<SqliteStore> result) =>
        result.Value ?? throw new InvalidOperationException(result.Error?.ToString());
}
