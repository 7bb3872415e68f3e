using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Statements;
using QuitteXBot.Storage.Sqlite.Databases;

namespace QuitteXBot.Storage.Sqlite.Reading;

internal static class ReportReader
{
    /// <summary>What <see cref="Map"/> reads, of <c>reports r</c>.</summary>
    public const string Columns =
        """
        r.id, r.organisation_id, r.person, r.action, r.announced, r.effective, r.observed, r.note,
        r.source_id, r.outlet, r.title, r.published, r.url, r.start_at, r.end_at, r.prefix, r.suffix,
        r.platforms_kept, r.platforms_joined, r.accounts
        """;

    /// <summary>The number of columns in <see cref="Columns"/>: others begin there.</summary>
    public const int ColumnCount = 20;

    private const string Select = $"SELECT {Columns}, p.state, p.since, r.withdrawn FROM reports r {PageReader.Join} r.source_id";

    /// <param name="subject">An organisation's id (of one that was merged: what the other has), or a person as <see cref="DepartureSubject"/> writes one.</param>
    public static List<DepartureReport> Of(Database database, string subject)
    {
        using var rows = database.Query($"{Select} WHERE r.subject = {OrganisationReader.Merged} AND r.withdrawn = 0 ORDER BY r.id").Add(subject).Add(subject);
        var reports = new List<DepartureReport>();
        while (rows.Read())
            reports.Add(MapCited(rows));
        return reports;
    }

    public static ReportChange? Find(Database database, string id)
    {
        using var rows = database.Query($"{Select} WHERE r.id = ?").Add(id);
        return rows.Read() ? new ReportChange(MapCited(rows), rows.Bool(ColumnCount + 2)) : null;
    }

    /// <summary>Without what is known of the page that it is read on.</summary>
    public static DepartureReport Map(Command rows) => new()
    {
        Id = rows.Text(0),
        OrganisationId = rows.TextOrNull(1),
        Person = rows.TextOrNull(2),
        Action = Spelling.Action(rows.Text(3)),
        Announced = rows.Date(4),
        Effective = rows.Date(5),
        Observed = rows.Date(6),
        Note = rows.TextOrNull(7),
        Citation = new Citation(
            rows.TextOrNull(8) ?? "", rows.TextOrNull(9), rows.TextOrNull(10), rows.Date(11), rows.TextOrNull(12),
            rows.Int(13), rows.Int(14), rows.Text(15), rows.Text(16)),
        PlatformsKept = JsonList.Parse(rows.Utf8(17)),
        PlatformsJoined = JsonList.Parse(rows.Utf8(18)),
        Accounts = JsonList.Parse(rows.Utf8(19)),
    };

    private static DepartureReport MapCited(Command rows)
    {
        var report = Map(rows);
        return PageReader.Map(rows, ColumnCount) is { } page ? report with { Citation = report.Citation with { Page = page } } : report;
    }
}
