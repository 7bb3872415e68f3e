using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Migrations;
using QuitteXBot.Storage.Sqlite.Writing;
using QuitteXBot.Testing;
using static QuitteXBot.Testing.Storage.Builders;

namespace QuitteXBot.Storage.Sqlite.Tests;

/// <summary>A store of each older form is brought up to date with all that is in it.</summary>
public sealed class MigrationTests : IDisposable
{
    private readonly SqliteHarness _harness = new();

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task OpenAsync_AStoreOfTheFirstForm_KeepsItAndTakesChanges()
    {
        var source = Source("a", "Ils ont dit « nous partons ».");
        var statement = Statement(source, "nous partons", "o");
        MakeFirst(source.Text, statement);

        Assert.Equal("store-old", SqliteStore.OpenForReading(_harness.Path).Error?.Code);
        await using var store = (await SqliteStore.OpenAsync(_harness.Path, new ManualTimeProvider(), default)).Required();

        Assert.Equal(statement.Id, Assert.Single((await store.StatementsAsync(new StatementQuery { OrganisationId = "o" }, default)).Items).Statement.Id);
        Assert.Equal("added", Assert.Single((await store.HistoryAsync(statement.Id, 0, 5, default)).Items).Action);
        var withdrawn = statement with { Status = StatementStatus.Withdrawn };
        var change = await store.ChangeAsync(
            new Change { Command = "statement withdraw", Statements = [new StatementChange(statement.Id, withdrawn)] }, "discord:1", default);
        Assert.Null(change.Error);
        await foreach (var defect in store.VerifyAsync(null, default))
            Assert.Fail(defect.Message);
        await using var reader = SqliteStore.OpenForReading(_harness.Path).Required();
        Assert.Empty((await reader.StatementsAsync(new StatementQuery(), default)).Items);
    }

    [Fact]
    public void Newest_IsTheNumberOfMigrations() => Assert.Equal(
        Migrator.Newest, typeof(Migrator).Assembly.GetManifestResourceNames().Count(name => name.EndsWith(".sql", StringComparison.Ordinal)));

    /// <summary>As the first version wrote it, with the one statement.</summary>
    private void MakeFirst(string text, Statement statement)
    {
        using var database = Database.Open(_harness.Path, readOnly: false);
        var assembly = typeof(Migrator).Assembly;
        using (var script = new StreamReader(assembly.GetManifestResourceStream(
                   assembly.GetManifestResourceNames().Single(name => name.EndsWith("0001-initial.sql", StringComparison.Ordinal)))!))
            database.Execute(script.ReadToEnd());
        database.Execute("PRAGMA journal_mode = WAL; PRAGMA application_id = 0x51584274; PRAGMA user_version = 1");
        var quote = statement.Quote;
        Insert(database, "INSERT INTO source_texts (source_id, sha256, text) VALUES ('a', ?, ?)", Core.Sources.TextHash.Of(text), text);
        Insert(database, "INSERT INTO sources (id, text_number, language) VALUES ('a', 1, 'fr')");
        Insert(database, "INSERT INTO organisations (id, kind, name, country, aliases) VALUES ('o', 'departement', 'O', 'FR', '[]')");
        Insert(
            database,
            $"""
            INSERT INTO statements (id, source_id, text_number, start_at, end_at, quote, prefix, suffix, truncated, heading, basis, speaker, role,
              organisation_id, organisation_name, reasons, topic, status, quote_confidence, speaker_confidence, organisation_confidence, reasons_confidence)
            VALUES (?, 'a', 1, {quote.Start}, {quote.End}, ?, ?, ?, 0, 0, 'stated', 'Une Voix', 'présidente', 'o', 'o', '["hate"]', 'why', 'published', 1, 1, 1, 1)
            """,
            statement.Id, quote.Text, quote.Prefix, quote.Suffix);
        new RevisionLog(database, "seeds", new ManualTimeProvider().GetUtcNow())
            .Append("statement", statement.Id, "added", null, StatementRow.Of(statement, null), RevisionRows.Default.StatementRow);
    }

    private static void Insert(Database database, string sql, params ReadOnlySpan<string> values)
    {
        using var command = database.QueryOnce(sql);
        foreach (var value in values)
            command.Add(value);
        command.Run();
    }
}
