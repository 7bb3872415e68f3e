using System.Text;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Writing;
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

    public Task<bool> AreDerivedRowsRightAsync()
    {
        using var database = Database.Open(Path, readOnly: false);
        database.Execute("PRAGMA foreign_keys = ON");
        using var transaction = database.Begin(forWriting: true);
        var kept = Derived(database);
        var session = new IngestSession(database, new RevisionLog(database, "test", default), default);
        session.TouchedOrganisations.UnionWith(Column(database, "SELECT id FROM organisations"));
        session.TouchedSubjects.UnionWith(Column(database, "SELECT subject FROM reports"));
        database.Execute("DELETE FROM departures; DELETE FROM organisation_reasons");
        DerivedTables.Refresh(session);
        return Task.FromResult(kept.SequenceEqual(Derived(database)));
    }

    public async Task<bool> HasTextAsync(string text)
    {
        foreach (var file in Directory.EnumerateFiles(System.IO.Path.GetDirectoryName(Path)!))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes);
            if (bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0)
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

    private static List<string> Derived(Database database) =>
    [
        .. Column(database, "SELECT json_array(subject, organisation_id, kind, departement_code, region_code, country, date_key, first_day, last_day, sort_name) FROM departures ORDER BY 1"),
        .. Column(database, "SELECT json_array(subject, platform) FROM departure_platforms ORDER BY 1"),
        .. Column(database, "SELECT json_array(organisation_id, reason, statements) FROM organisation_reasons ORDER BY 1"),
    ];

    private static List<string> Column(Database database, string sql)
    {
        using var rows = database.QueryOnce(sql);
        var values = new List<string>();
        while (rows.Read())
            values.Add(rows.Text(0));
        return values;
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
