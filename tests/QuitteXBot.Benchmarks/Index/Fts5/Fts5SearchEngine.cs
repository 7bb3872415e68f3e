using System.Text;
using Microsoft.Data.Sqlite;
using QuitteXBot.Core;
using QuitteXBot.Core.Searching;
using QuitteXBot.Search.Analysis;

namespace QuitteXBot.Benchmarks.Index.Fts5;

/// <summary>The same port over SQLite FTS5, fed with the words of our own analysis: the yardstick for the embedded engine.</summary>
internal sealed class Fts5SearchEngine(Catalogue catalogue) : ISearchEngine
{
    public const string FileName = "index.db";

    public string Name => "FTS5";

    public async Task BuildAsync(string folder, IAsyncEnumerable<IndexDocument> documents, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, FileName)};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=OFF");
        Execute(connection, "PRAGMA synchronous=OFF");
        Execute(connection, "CREATE TABLE documents (number INTEGER PRIMARY KEY, id TEXT, kind INTEGER, organisation TEXT)");
        Execute(connection, "CREATE TABLE reasons (reason TEXT, number INTEGER, PRIMARY KEY (reason, number)) WITHOUT ROWID");
        Execute(connection, "CREATE TABLE words (word TEXT PRIMARY KEY) WITHOUT ROWID");
        Execute(connection, "CREATE VIRTUAL TABLE texts USING fts5 (text, title, names, outlet, concepts, content='', tokenize='unicode61 remove_diacritics 0')");
        using var transaction = connection.BeginTransaction();
        using var text = Prepare(connection, "INSERT INTO texts (rowid, text, title, names, outlet, concepts) VALUES ($0, $1, $2, $3, $4, $5)", 6);
        using var document = Prepare(connection, "INSERT INTO documents VALUES ($0, $1, $2, $3)", 4);
        using var reason = Prepare(connection, "INSERT OR IGNORE INTO reasons VALUES ($0, $1)", 2);
        var vocabulary = Vocabulary.From(catalogue);
        var words = new HashSet<string>(StringComparer.Ordinal);
        long number = 0;
        await foreach (var added in documents.WithCancellation(cancellationToken))
        {
            number++;
            var concepts = new StringBuilder();
            var stems = Fts5Text.Stems(added.Text, words, vocabulary, concepts);
            Run(text, number, stems, Fts5Text.Stems(added.Title, words, vocabulary, concepts), Fts5Text.Names($"{added.OrganisationName} {added.Speaker}", words),
                Fts5Text.Names(added.Outlet, words), concepts.ToString());
            Run(document, number, added.Id, (int)added.Kind, (object?)added.OrganisationId ?? DBNull.Value);
            foreach (var key in added.Reasons)
                Run(reason, key, number);
        }

        using var word = Prepare(connection, "INSERT INTO words VALUES ($0)", 1);
        foreach (var known in words)
            Run(word, known);
        transaction.Commit();
        Execute(connection, "INSERT INTO texts (texts) VALUES ('optimize')");
    }

    public ISearchIndex Open(string folder) => new Fts5Index(Path.Combine(folder, FileName), catalogue);

    public ISearchIndex Overlay(ISearchIndex below, Predicate<string> stale, IEnumerable<IndexDocument> changed, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The yardstick is measured on whole indices only.");

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }
}
