using System.Text;
using System.Text.Json;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Moderation;
using QuitteXBot.Storage.Sqlite.Verification;
using QuitteXBot.Storage.Sqlite.Writing;

namespace QuitteXBot.Storage.Sqlite.Transfer;

/// <summary>Takes a log into an empty store, within a transaction that its caller drops when this fails.</summary>
internal sealed class LogTaker(Database database, StoreLog log, CancellationToken cancellationToken)
{
    public Result<IngestReport> Take(IngestBatch records, DateTimeOffset now)
    {
        if (database.Number("SELECT count(*) FROM revisions") > 0)
            return new Error("store-not-empty", "The store has a log of its own.");
        try
        {
            if (TakeRevisions() is { } broken)
                return broken;
            var session = new IngestSession(database, RevisionLog.Silent, cancellationToken);
            TakeStates(session, new LastStates(log.Revisions));
            foreach (var (source, page) in log.Pages)
                PageChecks.Record(database, source, page);
            var report = session.Report;
            return Fault(records, now) is { } fault ? fault : report;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            return new Error("log-incomplete", "The log does not make a store: " + exception.Message);
        }
        catch (StoreException exception) when (exception.Code == Native.Constraint)
        {
            return new Error("log-incomplete", "The log does not make a store: something in it refers to what is not there.");
        }
    }

    private Error? TakeRevisions()
    {
        var hash = new RevisionHash();
        var (number, previous) = (0L, RevisionHash.First);
        foreach (var revision in log.Revisions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            previous = hash.Of(
                previous, number, revision.At, revision.Actor, revision.Entity, revision.EntityId, revision.Action,
                Encoding.UTF8.GetBytes(revision.Before ?? ""), Encoding.UTF8.GetBytes(revision.After ?? ""));
            if (revision.Number != number || revision.Hash != previous)
                return new Error("log-broken", $"The log is broken at revision {revision.Number} ({revision.Entity} {revision.EntityId}): it or one before it was altered or removed.");
            using var command = database.Query(
                "INSERT INTO revisions (number, at, actor, entity, entity_id, action, before, after, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
            command.Add(number).Add(revision.At).Add(revision.Actor).Add(revision.Entity).Add(revision.EntityId).Add(revision.Action)
                .Add(revision.Before).Add(revision.After).Add(revision.Hash).Run();
        }

        return null;
    }

    private void TakeStates(IngestSession session, LastStates states)
    {
        var organisations = new OrganisationWriter(session);
        var rows = LoggedRows.Default;
        foreach (var organisation in states.Of("organisation", rows.OrganisationRow).Select(state => LoggedStates.Of(state.Row)).OrderBy(one => one.MergedInto is not null))
            organisations.Put(null, organisation);
        var persons = new PersonWriter(session, organisations);
        foreach (var (_, person) in states.Of("person", rows.Person))
            persons.Put(null, person);
        var sources = new SourceWriter(session);
        foreach (var text in log.Texts)
            sources.WriteText(new Source { Id = text.SourceId, Text = text.Text }, TextHash.Of(text.Text));
        foreach (var (_, row) in states.Of("source", rows.SourceRow))
            sources.Put(null, LoggedStates.Of(row, sources.FindText(row.Id, row.Sha256)));
        var statements = new StatementWriter(session, organisations);
        var places = new StatementPlaces(database);
        foreach (var (_, row) in states.Of("statement", rows.StatementRow))
            statements.Insert(LoggedStates.Of(row), places.TextOf(LoggedStates.Of(row), null, statements), row.EditedBy);
        var reports = new ReportWriter(session, organisations);
        foreach (var (_, row) in states.Of("report", rows.ReportRow))
            reports.Put(null, LoggedStates.Of(row));
        foreach (var (last, row) in states.Of("review", rows.ReviewRow))
            TakeReview(last, row, log.Revisions[(int)states.First(last) - 1]);
        DerivedTables.Refresh(session);
    }

    /// <summary>The item as it is when its author was erased: its words are in no log. It keeps its number, so that no later item has the same.</summary>
    private void TakeReview(LoggedRevision last, ReviewRow row, LoggedRevision first)
    {
        var isOpen = row.Status == Spelling.Of(ReviewStatus.Open);
        using var command = database.Query(
            """
            INSERT INTO reviews (number, kind, text, statement_id, statement, organisation_id, language, salt, at, author, status, decided_by, reason)
            VALUES (?, ?, '', ?, (SELECT number FROM statements WHERE id = ?), ?, ?, '', ?, ?, ?, ?, ?)
            """);
        command.Add(long.Parse(last.EntityId["review:".Length..], System.Globalization.CultureInfo.InvariantCulture)).Add(row.Kind).Add(row.StatementId)
            .Add(row.StatementId).Add(row.OrganisationId).Add(row.Language).Add(first.At).Add(first.Actor)
            .Add(isOpen ? Spelling.Of(ReviewStatus.Rejected) : row.Status).Add(isOpen ? null : last.Actor).Add(row.Reason).Run();
    }

    /// <summary>What is wrong with what was taken: a defect, or something that the records say otherwise.</summary>
    private Error? Fault(IngestBatch records, DateTimeOffset now)
    {
        if (new Verifier(database, null, cancellationToken).Run().FirstOrDefault() is { } defect)
            return new Error("log-incomplete", defect.Message);
        var compared = new IngestSession(database, new RevisionLog(database, "import", now), cancellationToken);
        var report = new BatchWriter(compared).Write(records);
        if (report is { Added: 0, Changed: 0, Withdrawn: 0 })
            return null;
        var differs = database.Query("SELECT entity, entity_id FROM revisions WHERE number = ?").Add(log.Revisions.Length + 1);
        using (differs)
        {
            var named = differs.Read() ? $"{differs.Text(0)} {differs.Text(1)}" : "an entity";
            return new Error("log-incomplete", $"The records and the log differ: see {named}.");
        }
    }
}
