using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Writing;

namespace QuitteXBot.Storage.Sqlite.Moderation;

/// <summary>Makes what a person wants to change, within a transaction that its caller drops where this fails.</summary>
internal sealed class ChangeWriter(ChangeSession session)
{
    private readonly Entities _entities = session.Entities;

    /// <param name="person">As <c>platform:user</c>.</param>
    public static Result<ChangeReceipt> Write(Database database, DateTimeOffset now, Change change, string person, CancellationToken cancellationToken)
    {
        if (Requests.Find(database, change.Key) is { } made)
            return made;
        if (Versions.FirstConflict(database, change.Seen) is { } conflict)
            return conflict;
        var session = new ChangeSession(database, now, person, cancellationToken);
        var receipt = new ChangeWriter(session).Write(change);
        if (receipt.IsSuccess)
            Requests.Keep(database, change.Key, receipt.Value, now);
        return receipt;
    }

    private Result<ChangeReceipt> Write(Change change)
    {
        foreach (var organisation in change.Organisations)
            Put(organisation with { Aliases = IngestSession.OrEmpty(organisation.Aliases) });
        foreach (var merge in change.Merges)
        {
            if (new MergeWriter(_entities, session.Actor).Write(merge) is { } error)
                return error;
        }

        foreach (var source in change.Sources)
            Put(source);
        var merged = new Merged(session.Database);
        foreach (var statement in change.Statements)
        {
            if (Put(statement.Id, merged.Of(StatementWriter.Complete(statement.After)), change) is { } error)
                return error;
        }

        foreach (var report in change.Reports)
        {
            if (Put(report with { Report = merged.Of(ReportWriter.Complete(report.Report)) }) is { } error)
                return error;
        }

        if (change.Decision is { } decision && session.Reviews.Decide(decision) is { } refusal)
            return refusal;
        var review = change.Review is { } content ? session.Reviews.Add(content) : (long?)null;
        return new ChangeReceipt(session.End(change.Command, change.Note), review);
    }

    private void Put(Organisation organisation)
    {
        var before = _entities.Organisations.Find(organisation.Id);
        if (before is not { Withdrawn: false } || !before.Is(organisation))
            _entities.Put(before, new StoredOrganisation(organisation, before?.MergedInto, Withdrawn: false, session.Actor));
    }

    private void Put(Source source)
    {
        if (!SourceTexts.IsWellFormed(source.Text))
            throw new ArgumentException($"The text of {source.Id} has half a surrogate pair, which no UTF-8 file has.");
        var before = _entities.Sources.Find(source.Id);
        var sha256 = source.Sha256;
        var (text, _) = _entities.Sources.WriteText(source, sha256);
        var after = new StoredSource(source with { Text = "" }, text, sha256, Withdrawn: false, before?.EditedBy);
        if (before != after)
            _entities.Put(before, after with { EditedBy = session.Actor });
    }

    private Error? Put(string? id, Statement after, Change change)
    {
        var before = _entities.Statements.Find(id ?? after.Id);
        if (id is not null && before is null)
            return Versions.NotFound(id);
        if (before is null)
        {
            _entities.Add(after, session.Actor);
            return null;
        }

        // Someone recorded the same place since; what the seeds once had there, or was undone, is free.
        if (id is null && !IsFree(before) && !change.Seen.ContainsKey(after.Id))
            return Versions.Conflict(after.Id);
        if (before.Statement.Id != after.Id && !session.Free(after.Id))
            return Versions.Conflict(after.Id);
        if (!StatementWriter.Same(before.Statement, after))
            _entities.Put(before, before with { Statement = after, EditedBy = session.Actor });
        return null;
    }

    private Error? Put(ReportChange change)
    {
        var report = change.Report;
        var before = _entities.Reports.Find(report.Id);
        if (before is null && change.Withdrawn)
            return Versions.NotFound(report.Id);
        if (before is null || before.Withdrawn != change.Withdrawn || !ReportWriter.Same(before.Report, report))
            _entities.Put(before, new StoredReport(report, change.Withdrawn, session.Actor));
        return null;
    }

    private static bool IsFree(StoredStatement stored) => stored is { Withdrawn: true, Edited: false };
}
