using System.Globalization;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Databases;

namespace QuitteXBot.Storage.Sqlite.Reading;

internal static class SourceReader
{
    public static Source? Find(Database database, string id)
    {
        using var rows = database.Query(
            """
            SELECT t.text, s.outlet, s.title, s.author, s.published, s.url, s.archive_url, s.retrieved, s.language, s.rights_note
            FROM sources s JOIN source_texts t ON t.number = s.text_number
            WHERE s.id = ? AND s.withdrawn = 0
            """).Add(id);
        return rows.Read() ? Map(id, rows) : null;
    }

    public static List<SourceSummary> List(Database database, CancellationToken cancellationToken)
    {
        using var rows = database.Query(
            """
            SELECT id, outlet, title, published, language,
              (SELECT count(*) FROM statements WHERE source_id = sources.id AND status = 'published')
            FROM sources WHERE withdrawn = 0 ORDER BY id
            """);
        var sources = new List<SourceSummary>();
        while (rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            sources.Add(new SourceSummary(
                rows.Text(0), rows.TextOrNull(1), rows.TextOrNull(2), rows.Date(3), rows.Text(4), rows.Int(5)));
        }

        return sources;
    }

    /// <summary>Columns: text, outlet, title, author, published, url, archive url, retrieved, language, rights note.</summary>
    public static Source Map(string id, Command rows) => new()
    {
        Id = id,
        Text = rows.Text(0),
        Outlet = rows.TextOrNull(1),
        Title = rows.TextOrNull(2),
        Author = rows.TextOrNull(3),
        Published = rows.Date(4),
        Url = rows.TextOrNull(5),
        ArchiveUrl = rows.TextOrNull(6),
        Retrieved = rows.TextOrNull(7) is { } at ? DateTimeOffset.ParseExact(at, "O", CultureInfo.InvariantCulture) : null,
        Language = rows.Text(8),
        RightsNote = rows.TextOrNull(9),
    };
}
