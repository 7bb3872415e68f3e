using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Databases;

namespace QuitteXBot.Storage.Sqlite.Verification;

/// <summary>Looks through everything stored, one text at a time: source texts, quotes, the log, and the database itself.</summary>
internal sealed class Verifier(Database database, IProgress<double>? progress, CancellationToken cancellationToken)
{
    private const int ProgressEvery = 500;

    private long _total;
    private long _done;

    /// <exception cref="StoreException">The file is damaged so that a part cannot be read at all.</exception>
    public IEnumerable<StoreDefect> Run()
    {
        _total = database.Number("SELECT (SELECT count(*) FROM statements) + (SELECT count(*) FROM source_texts) + (SELECT count(*) FROM revisions)");
        foreach (var defect in Texts().Concat(new RevisionVerifier(database, Step).Run()).Concat(References()).Concat(Pages()))
            yield return defect;
        progress?.Report(1);
    }

    private IEnumerable<StoreDefect> Texts()
    {
        using var rows = database.Query("SELECT number, source_id, sha256, text FROM source_texts ORDER BY number");
        while (rows.Read())
        {
            Step();
            var source = rows.Text(1);
            var intact = Convert.ToHexStringLower(SHA256.HashData(rows.Utf8(3))) == rows.Text(2);
            var defects = 0;
            foreach (var defect in Statements(rows.Long(0), source, intact ? new TextRuler(rows.Text(3)) : null))
            {
                defects++;
                yield return defect;
            }

            if (!intact && defects == 0)
                yield return new StoreDefect(null, source, $"The text of {source} is not the one that was stored: its SHA-256 differs.");
        }
    }

    /// <param name="text">Null where the source's text is not the one that was stored.</param>
    private IEnumerable<StoreDefect> Statements(long textNumber, string source, TextRuler? text)
    {
        using var rows = database.Query(
            "SELECT id, start_at, end_at, quote, prefix, suffix FROM statements WHERE source_id = ? AND text_number = ? ORDER BY start_at, end_at, id")
            .Add(source).Add(textNumber);
        while (rows.Read())
        {
            Step();
            if (Fault(rows, source, text) is { } fault)
                yield return new StoreDefect(rows.Text(0), source, $"Statement {rows.Text(0)}: {fault}");
        }
    }

    private static string? Fault(Command rows, string source, TextRuler? text)
    {
        if (text is null)
            return $"the text of its source {source} is not the one that was stored, its SHA-256 differs.";
        var (start, end) = (rows.Int(1), rows.Int(2));
        if (rows.Text(0) != StatementId.Of(source, start, end))
            return $"its id does not belong to its place {source}:{start}:{end}.";
        if (!Equal(rows.Utf8(3), text.Slice(start, end)))
            return $"its quote is not what stands in {source} from {start} to {end}.";
        if (!Equal(rows.Utf8(4), text.Slice(start - Length(rows.Text(4)), start)))
            return $"its prefix is not what stands in {source} before {start}.";
        return Equal(rows.Utf8(5), text.Slice(end, end + Length(rows.Text(5)))) ? null : $"its suffix is not what stands in {source} behind {end}.";
    }

    private static bool Equal(ReadOnlySpan<byte> stored, ReadOnlySpan<char> text) =>
        Utf8.IsValid(stored) && text.SequenceEqual(Encoding.UTF8.GetString(stored));

    private static int Length(string text) => CodePoints.FromUtf16(text, text.Length);

    private IEnumerable<StoreDefect> References()
    {
        using var rows = database.Query(
            """
            SELECT c."table", c.parent, s.id, s.source_id FROM pragma_foreign_key_check c
            LEFT JOIN statements s ON c."table" = 'statements' AND s.number = c.rowid
            """);
        while (rows.Read())
            yield return new StoreDefect(
                rows.TextOrNull(2), rows.TextOrNull(3) ?? "", $"A row of {rows.Text(0)} {rows.TextOrNull(2)} refers to a missing row of {rows.Text(1)}.");
    }

    private IEnumerable<StoreDefect> Pages()
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var rows = database.Query("PRAGMA integrity_check");
        while (rows.Read())
        {
            if (rows.Text(0) != "ok")
                yield return new StoreDefect(null, "", $"The database file is damaged: {rows.Text(0)}.");
        }
    }

    private void Step()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++_done % ProgressEvery == 0)
            progress?.Report(Math.Min(0.99, (double)_done / _total));
    }
}
