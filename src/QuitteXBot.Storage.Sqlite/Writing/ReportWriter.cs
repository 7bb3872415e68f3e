using System.Collections.Immutable;
using QuitteXBot.Core.Departures;
using QuitteXBot.Storage.Sqlite.Reading;

namespace QuitteXBot.Storage.Sqlite.Writing;

internal sealed class ReportWriter(IngestSession session, OrganisationWriter organisations)
{
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
            Write(report with
            {
                PlatformsKept = IngestSession.OrEmpty(report.PlatformsKept),
                PlatformsJoined = IngestSession.OrEmpty(report.PlatformsJoined),
                Accounts = IngestSession.OrEmpty(report.Accounts),
            });
        }

        if (!complete)
            return;
        foreach (var old in _stored.Values.Where(old => !old.Withdrawn && !old.Edited))
        {
            if (!seen.Contains(old.Report.Id) && !kept.Contains(old.Report.Citation.SourceId))
                Withdraw(old);
        }
    }

    private void Load()
    {
        using (var sources = session.Database.Query("SELECT id FROM sources"))
        {
            while (sources.Read())
                _sources.Add(sources.Text(0));
        }

        using var rows = session.Database.Query($"SELECT {ReportReader.Columns}, r.withdrawn, r.edited_by FROM reports r");
        while (rows.Read())
        {
            var report = ReportReader.Map(rows);
            _stored.Add(report.Id, new StoredReport(report, rows.Bool(ReportReader.ColumnCount), !rows.IsNull(ReportReader.ColumnCount + 1)));
        }
    }

    private void Write(DepartureReport report)
    {
        organisations.Require(report.OrganisationId, $"report {report.Id}");
        if (report.Citation.SourceId.Length > 0 && !_sources.Contains(report.Citation.SourceId))
            throw new ArgumentException($"The report {report.Id} cites the source {report.Citation.SourceId}, which is neither in the batch nor in the store.");
        var stored = _stored.GetValueOrDefault(report.Id);
        if (stored is { Edited: true } || (stored is { Withdrawn: false } && Same(stored.Report, report)))
        {
            session.CountUnchanged();
            return;
        }

        var citation = report.Citation;
        using (var command = session.Database.Query(
            """
            INSERT INTO reports (id, subject, organisation_id, person, action, announced, effective, observed, platforms_kept, platforms_joined, accounts,
              note, source_id, outlet, title, published, url, start_at, end_at, prefix, suffix, withdrawn)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
            ON CONFLICT (id) DO UPDATE SET subject = excluded.subject, organisation_id = excluded.organisation_id, person = excluded.person,
              action = excluded.action, announced = excluded.announced, effective = excluded.effective, observed = excluded.observed,
              platforms_kept = excluded.platforms_kept, platforms_joined = excluded.platforms_joined, accounts = excluded.accounts,
              note = excluded.note, source_id = excluded.source_id, outlet = excluded.outlet, title = excluded.title, published = excluded.published,
              url = excluded.url, start_at = excluded.start_at, end_at = excluded.end_at, prefix = excluded.prefix, suffix = excluded.suffix,
              withdrawn = 0
            """))
        {
            command.Add(report.Id).Add(DepartureSubject.Of(report)).Add(report.OrganisationId).Add(report.Person).Add(Spelling.Of(report.Action))
                .Add(report.Announced).Add(report.Effective).Add(report.Observed)
                .Add(JsonList.Write(report.PlatformsKept)).Add(JsonList.Write(report.PlatformsJoined)).Add(JsonList.Write(report.Accounts)).Add(report.Note)
                .Add(citation.SourceId.Length == 0 ? null : citation.SourceId).Add(citation.Outlet).Add(citation.Title).Add(citation.Published)
                .Add(citation.Url).Add(citation.Start).Add(citation.End).Add(citation.Prefix).Add(citation.Suffix).Run();
        }

        Touch(report);
        if (stored is not null)
            Touch(stored.Report);
        Record(stored, new StoredReport(report, Withdrawn: false, Edited: false));
    }

    private void Withdraw(StoredReport old)
    {
        using (var command = session.Database.Query("UPDATE reports SET withdrawn = 1 WHERE id = ?"))
            command.Add(old.Report.Id).Run();
        Touch(old.Report);
        Record(old, old with { Withdrawn = true });
    }

    private void Touch(DepartureReport report) => session.TouchedSubjects.Add(DepartureSubject.Of(report));

    private void Record(StoredReport? before, StoredReport after) => session.Record(
        "report",
        after.Report.Id,
        before is null ? null : (ReportRow.Of(before.Report, before.Withdrawn), before.Withdrawn),
        (ReportRow.Of(after.Report, after.Withdrawn), after.Withdrawn),
        RevisionRows.Default.ReportRow);

    private static bool Same(DepartureReport left, DepartureReport right) =>
        left.PlatformsKept.SequenceEqual(right.PlatformsKept)
        && left.PlatformsJoined.SequenceEqual(right.PlatformsJoined)
        && left.Accounts.SequenceEqual(right.Accounts)
        && left with { PlatformsKept = right.PlatformsKept, PlatformsJoined = right.PlatformsJoined, Accounts = right.Accounts } == right;

    private sealed record StoredReport(DepartureReport Report, bool Withdrawn, bool Edited);
}
