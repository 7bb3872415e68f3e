using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Storage.Sqlite.Writing;

namespace QuitteXBot.Storage.Sqlite.Moderation;

/// <summary>Puts entities into the store as a person wants them: each is logged, its derived rows are made anew, and who was told of it is told again.</summary>
internal sealed class Entities
{
    private readonly IngestSession _session;
    private readonly Announcer _announcer;
    private readonly StatementPlaces _places;

    public Entities(IngestSession session, Announcer announcer)
    {
        (_session, _announcer, _places) = (session, announcer, new StatementPlaces(session.Database));
        Organisations = new OrganisationWriter(session);
        Persons = new PersonWriter(session, Organisations);
        Sources = new SourceWriter(session);
        Statements = new StatementWriter(session, Organisations);
        Reports = new ReportWriter(session, Organisations);
    }

    public OrganisationWriter Organisations { get; }

    public PersonWriter Persons { get; }

    public SourceWriter Sources { get; }

    public StatementWriter Statements { get; }

    public ReportWriter Reports { get; }

    public void Put(StoredOrganisation? before, StoredOrganisation after)
    {
        if (before is null || after with { Organisation = before.Organisation } != before || !before.Is(after.Organisation))
            Organisations.Put(before, after);
    }

    public void Put(StoredSource? before, StoredSource after)
    {
        if (before == after)
            return;
        Sources.Put(before, after);
        if (before is not null)
            _announcer.Corrected(after.Source.Id);
    }

    /// <exception cref="ArgumentException">The statement contradicts its source, or names an organisation that nobody knows.</exception>
    public void Add(Statement statement, string? editedBy)
    {
        var text = _places.TextOf(statement, null, Statements);
        Stand(statement);
        var number = Statements.Insert(statement, text, editedBy);
        _announcer.Statement(number, null, statement);
    }

    /// <param name="after">Its text's number is found out.</param>
    /// <exception cref="ArgumentException">As <see cref="Add"/>.</exception>
    public void Put(StoredStatement before, StoredStatement after)
    {
        if (StatementWriter.Same(before.Statement, after.Statement) && before.EditedBy == after.EditedBy)
            return;
        var text = _places.TextOf(after.Statement, before.TextNumber, Statements);
        Stand(after.Statement);
        Statements.Put(before, after with { TextNumber = text });
        _announcer.Statement(before.Number, before.Statement, after.Statement);
    }

    /// <exception cref="ArgumentException">The report names an organisation or a source that nobody knows.</exception>
    public void Put(StoredReport? before, StoredReport after)
    {
        if (before is not null && before.Withdrawn == after.Withdrawn && before.EditedBy == after.EditedBy && ReportWriter.Same(before.Report, after.Report))
            return;
        var report = after.Report;
        Organisations.Require(report.OrganisationId, $"report {report.Id}");
        if (report.Citation.SourceId.Length > 0 && Sources.Find(report.Citation.SourceId) is null)
            throw new ArgumentException($"The report {report.Id} cites the source {report.Citation.SourceId}, which the store does not have.");
        Reports.Put(before, after);
        _announcer.Report(before, after);
    }

    /// <summary>Whether anything that counts rests on it.</summary>
    public bool IsUsed(Organisation organisation) => Any(
        """
        SELECT EXISTS (SELECT 1 FROM statements WHERE organisation_id = ?1 AND status <> 'withdrawn')
          OR EXISTS (SELECT 1 FROM reports WHERE organisation_id = ?1 AND withdrawn = 0)
          OR EXISTS (SELECT 1 FROM organisations WHERE merged_into = ?1)
        """,
        organisation.Id);

    /// <summary>Whether anything that counts rests on it.</summary>
    public bool IsUsed(Source source) => Any(
        """
        SELECT EXISTS (SELECT 1 FROM statements WHERE source_id = ?1 AND status <> 'withdrawn')
          OR EXISTS (SELECT 1 FROM reports WHERE source_id = ?1 AND withdrawn = 0)
        """,
        source.Id);

    /// <summary>The source of a statement that counts is held, also where its file is gone.</summary>
    private void Stand(Statement statement)
    {
        if (statement.Status != StatementStatus.Withdrawn && Sources.Find(statement.Quote.SourceId) is { Withdrawn: true } source)
            Sources.Put(source, source with { Withdrawn = false });
    }

    private bool Any(string sql, string id)
    {
        using var rows = _session.Database.Query(sql).Add(id);
        return rows.Read() && rows.Bool(0);
    }
}
