using System.Collections.Immutable;
using QuitteXBot.Core.Departures;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Reading;

namespace QuitteXBot.Storage.Sqlite.Writing;

internal sealed class ReportWriter(IngestSession session, OrganisationWriter organisations)
{
    private const string Select = $"SELECT {ReportReader.Columns}, r.withdrawn, r.edited_by FROM reports r";

    private readonly Dictionary<string, StoredReport> _stored = [];
    private readonly HashSet<string> _sources = [];

    /// <param name="complete">Whether reports that are missing here are withdrawn.</param>
    /// <param name="kept">Ids of sources whose reports stay, also when they are missing.</param>
    public void Write(ImmutableArray<DepartureReport> reports, bool complete, ImmutableArray<string> kept)
    {
        Load();
        var seen = new HashSet<string>();
        foreach (var report in reports.Where(report => seen.Add(report.Id)))
        {
            session.CancellationToken.ThrowIfCancellationRequested();
            Write(Complete(report));
        }

        if (!complete)
            return;
        foreach (var old in _stored.Values.Where(old => !old.Withdrawn && old.EditedBy is null))
        {
            if (!seen.Contains(old.Report.Id) && !kept.Contains(old.Report.Citation.SourceId))
                Put(old, old with { Withdrawn = true });
        }
    }

    private void Load()
    {
        using (var sources = session.Database.Query("SELECT id FROM sources"))
        {
            while (sources.Read())
                _sources.Add(sources.Text(0));
        }

        using var rows = session.Database.Query(Select);
        while (rows.Read())
        {
            var stored = Map(rows);
            _stored.Add(stored.Report.Id, stored);
        }
    }

    private void Write(DepartureReport report)
    {
        organisations.Require(report.OrganisationId, $"report {report.Id}");
        if (report.Citation.SourceId.Length > 0 && !_sources.Contains(report.Citation.SourceId))
            throw new ArgumentException($"The report {report.Id} cites the source {report.Citation.SourceId}, which is neither in the batch nor in the store.");
        var stored = _stored.GetValueOrDefault(report.Id);
        if (stored is { EditedBy: not null } || (stored is { Withdrawn: false } && Same(stored.Report, report)))
        {
            session.CountUnchanged();
            return;
        }

        Put(stored, new StoredReport(report, Withdrawn: false, EditedBy: null));
    }

    public StoredReport? Find(string id)
    {
        using var rows = session.Database.Query($"{Select} WHERE r.id = ?").Add(id);
        return rows.Read() ? Map(rows) : null;
    }

    /// <summary>All reports that name the organisation, withdrawn ones too.</summary>
    public List<StoredReport> OfOrganisation(string id)
    {
        using var rows = session.Database.Query($"{Select} WHERE r.organisation_id = ? ORDER BY r.id").Add(id);
        var reports = new List<StoredReport>();
        while (rows.Read())
            reports.Add(Map(rows));
        return reports;
    }

    public void Put(StoredReport? before, StoredReport after)
    {
        var report = after.Report;
        var citation = report.Citation;
        using (var command = session.Database.Query(
            """
            INSERT INTO reports (id, subject, organisation_id, person, action, announced, effective, observed, platforms_kept, platforms_joined, accounts,
              note, source_id, outlet, title, published, url, start_at, end_at, prefix, suffix, withdrawn, edited_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET subject = excluded.subject, organisation_id = excluded.organisation_id, person = excluded.person,
              action = excluded.action, announced = excluded.announced, effective = excluded.effective, observed = excluded.observed,
              platforms_kept = excluded.platforms_kept, platforms_joined = excluded.platforms_joined, accounts = excluded.accounts,
              note = excluded.note, source_id = excluded.source_id, outlet = excluded.outlet, title = excluded.title, published = excluded.published,
              url = excluded.url, start_at = excluded.start_at, end_at = excluded.end_at, prefix = excluded.prefix, suffix = excluded.suffix,
              withdrawn = excluded.withdrawn, edited_by = excluded.edited_by
            """))
        {
            command.Add(report.Id).Add(DepartureSubject.Of(report)).Add(report.OrganisationId).Add(report.Person).Add(Spelling.Of(report.Action))
                .Add(report.Announced).Add(report.Effective).Add(report.Observed)
                .Add(JsonList.Write(report.PlatformsKept)).Add(JsonList.Write(report.PlatformsJoined)).Add(JsonList.Write(report.Accounts)).Add(report.Note)
                .Add(citation.SourceId.Length == 0 ? null : citation.SourceId).Add(citation.Outlet).Add(citation.Title).Add(citation.Published)
                .Add(citation.Url).Add(citation.Start).Add(citation.End).Add(citation.Prefix).Add(citation.Suffix)
                .Add(after.Withdrawn).Add(after.EditedBy).Run();
        }

        session.TouchedSubjects.Add(DepartureSubject.Of(report));
        if (before is not null)
            session.TouchedSubjects.Add(DepartureSubject.Of(before.Report));
        session.Record(
            "report", report.Id, before is null ? null : (ReportRow.Of(before), before.Withdrawn), (ReportRow.Of(after), after.Withdrawn),
            RevisionRows.Default.ReportRow);
    }

    /// <summary>With lists that are there, as the store gives them back, and without the state of its page, which is no part of it.</summary>
    public static DepartureReport Complete(DepartureReport report) => report with
    {
        PlatformsKept = IngestSession.OrEmpty(report.PlatformsKept),
        PlatformsJoined = IngestSession.OrEmpty(report.PlatformsJoined),
        Accounts = IngestSession.OrEmpty(report.Accounts),
        Citation = report.Citation.Page is null ? report.Citation : report.Citation with { Page = null },
    };

    private static StoredReport Map(Command rows) =>
        new(ReportReader.Map(rows), rows.Bool(ReportReader.ColumnCount), rows.TextOrNull(ReportReader.ColumnCount + 1));

    public static bool Same(DepartureReport left, DepartureReport right) =>
        left.PlatformsKept.SequenceEqual(right.PlatformsKept)
        && left.PlatformsJoined.SequenceEqual(right.PlatformsJoined)
        && left.Accounts.SequenceEqual(right.Accounts)
        && left with { PlatformsKept = right.PlatformsKept, PlatformsJoined = right.PlatformsJoined, Accounts = right.Accounts } == right;
}

/// <param name="EditedBy">As in <see cref="StoredStatement"/>.</param>
internal sealed record StoredReport(DepartureReport Report, bool Withdrawn, string? EditedBy);
