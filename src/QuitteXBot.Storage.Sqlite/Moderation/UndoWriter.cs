using System.Globalization;
using System.Text.Json;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Reading;

namespace QuitteXBot.Storage.Sqlite.Moderation;

/// <summary>
/// Writes back what was before a change, its revisions in reverse, within a transaction that its caller drops where this fails.
/// What the change added is withdrawn and no longer anybody's: the seeds may bring it again.
/// </summary>
internal sealed class UndoWriter(ChangeSession session)
{
    /// <summary>The author's last change, those that only put something into the review queue or settled it left aside.</summary>
    private const string LastChange =
        """
        SELECT c.number, c.after FROM revisions c WHERE c.entity = 'change' AND c.actor = ?
        AND EXISTS (SELECT 1 FROM revisions r WHERE r.number >= c.after ->> '$.first' AND r.number < c.number AND r.entity <> 'review')
        ORDER BY c.number DESC LIMIT 1
        """;

    private readonly Entities _entities = session.Entities;

    /// <param name="person">As <c>platform:user</c>.</param>
    public static Result<HistoryEntry> Write(Database database, DateTimeOffset now, string person, string? key, CancellationToken cancellationToken)
    {
        if (Requests.Find(database, key) is { } before)
            return HistoryReader.Summary(database, Undone(database, before.Number));
        if (People.Find(database, person) is not { } actor || Last(database, actor) is not var (number, change))
            return new Error("nothing-to-undo", "You have changed nothing that could be undone.");
        var revisions = RevisionReader.Between(database, change.First, number);
        foreach (var revision in revisions)
        {
            if (revision.Entity != "review" && Versions.Of(database, revision.EntityId) > number)
                return Versions.Conflict(revision.EntityId);
        }

        var undo = new UndoWriter(new ChangeSession(database, now, person, cancellationToken));
        if (undo.Write(number, revisions, out var made) is { } error)
            return error;
        Requests.Keep(database, key, new ChangeReceipt(made), now);
        return HistoryReader.Summary(database, number);
    }

    private static long Undone(Database database, long undo)
    {
        using var rows = database.Query("SELECT after ->> '$.undoes' FROM revisions WHERE number = ?").Add(undo);
        return rows.Read() ? rows.Long(0) : undo;
    }

    private Error? Write(long number, List<Revision> revisions, out long made)
    {
        made = 0;
        foreach (var revision in Enumerable.Reverse(revisions))
        {
            if (Undo(revision, number) is { } error)
                return error;
        }

        made = session.End("undo", null, number);
        return null;
    }

    private Error? Undo(Revision revision, long change)
    {
        switch (revision.Entity)
        {
            case "organisation":
                UndoOrganisation(revision);
                return null;
            case "source":
                UndoSource(revision);
                return null;
            case "statement":
                return UndoStatement(revision);
            case "report":
                var report = _entities.Reports.Find(revision.EntityId)!;
                _entities.Put(report, revision.Before is null
                    ? report with { Withdrawn = true, EditedBy = null }
                    : LoggedStates.Of(JsonSerializer.Deserialize(revision.Before, LoggedRows.Default.ReportRow)!));
                return null;
            case "person":
                _entities.Persons.Put(
                    _entities.Persons.Find(revision.EntityId).Person, JsonSerializer.Deserialize(revision.Before!, LoggedRows.Default.Person)!);
                return null;
            case "review":
                UndoReview(revision, change);
                return null;
            default:
                throw new InvalidOperationException($"The log has a revision of {revision.Entity}, which no change makes.");
        }
    }

    /// <summary>One that others have come to use stays.</summary>
    private void UndoOrganisation(Revision revision)
    {
        var now = _entities.Organisations.Find(revision.EntityId)!;
        if (revision.Before is not null)
            _entities.Put(now, LoggedStates.Of(JsonSerializer.Deserialize(revision.Before, LoggedRows.Default.OrganisationRow)!));
        else if (!_entities.IsUsed(now.Organisation))
            _entities.Put(now, now with { Withdrawn = true, EditedBy = null });
    }

    private void UndoSource(Revision revision)
    {
        var now = _entities.Sources.Find(revision.EntityId)!;
        if (revision.Before is not null)
        {
            var before = JsonSerializer.Deserialize(revision.Before, LoggedRows.Default.SourceRow)!;
            _entities.Put(now, LoggedStates.Of(before, _entities.Sources.FindText(before.Id, before.Sha256)));
        }
        else if (!_entities.IsUsed(now.Source))
        {
            _entities.Put(now, now with { Withdrawn = true, EditedBy = null });
        }
    }

    private Error? UndoStatement(Revision revision)
    {
        var now = _entities.Statements.Find(revision.EntityId)!;
        if (revision.Before is null)
        {
            _entities.Put(now, now with { EditedBy = null, Statement = now.Statement with { Status = StatementStatus.Withdrawn } });
            return null;
        }

        var row = JsonSerializer.Deserialize(revision.Before, LoggedRows.Default.StatementRow)!;
        if (row.Id != revision.EntityId && !session.Free(row.Id))
            return Versions.Conflict(row.Id);
        _entities.Put(now, now with { EditedBy = row.EditedBy, Statement = LoggedStates.Of(row) });
        return null;
    }

    /// <summary>What was put into the queue is taken from it; what was settled waits again, unless someone has had to do with it since.</summary>
    private void UndoReview(Revision revision, long change)
    {
        if (Versions.Of(session.Database, revision.EntityId) > change)
            return;
        var number = long.Parse(revision.EntityId[(revision.EntityId.IndexOf(':') + 1)..], CultureInfo.InvariantCulture);
        if (revision.Before is null)
        {
            session.Reviews.Set(number, ReviewStatus.Rejected, null);
            return;
        }

        var before = JsonSerializer.Deserialize(revision.Before, LoggedRows.Default.ReviewRow)!;
        session.Reviews.Set(number, Spelling.Decision(before.Status), before.Reason);
    }

    private static (long Number, Writing.ChangeRow Change)? Last(Database database, string actor)
    {
        using var rows = database.Query(LastChange).Add(actor);
        return rows.Read() ? (rows.Long(0), JsonSerializer.Deserialize(rows.Utf8(1), LoggedRows.Default.ChangeRow)!) : null;
    }
}
