using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Statements;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Reading;
using QuitteXBot.Storage.Sqlite.Writing;

namespace QuitteXBot.Storage.Sqlite.Moderation;

/// <summary>
/// Puts into the outbox what a change must be told of. A message is rendered when it is sent, from what is stored then: so one that waits and that nobody
/// took yet needs no other behind it, and one that was taken may have said the old already and needs an edit.
/// </summary>
internal sealed class Announcer(Database database)
{
    /// <summary>What a message tells of, of <c>outbox</c> or <c>announcements</c>; its two parameters are numbered 1 and 2.</summary>
    private const string Same = "(statement = ?1 OR report = ?2)";

    private const string Told =
        $"""
        s.number IN (SELECT subscription FROM announcements WHERE {Same}
          UNION SELECT subscription FROM outbox WHERE {Same} AND operation = 'send')
        """;

    public void Statement(long number, Statement? before, Statement after) => Tell(
        new Target(number, null), before is not null && IsTold(before), IsTold(after), after.Attribution.OrganisationId, JsonList.Write(after.Reasons));

    public void Report(StoredReport? before, StoredReport after) => Tell(
        new Target(null, after.Report.Id), before is { Withdrawn: false }, !after.Withdrawn, after.Report.OrganisationId, "[]");

    /// <summary>What messages say of the source, its outlet say, is other than before.</summary>
    public void Corrected(string sourceId)
    {
        var statements = new List<long>();
        using (var rows = database.Query(
            """
            SELECT number FROM statements WHERE source_id = ?1 AND status = 'published'
            AND (number IN (SELECT statement FROM announcements) OR number IN (SELECT statement FROM outbox))
            """).Add(sourceId))
        {
            while (rows.Read())
                statements.Add(rows.Long(0));
        }

        foreach (var statement in statements)
            Edit(new Target(statement, null));
    }

    private void Tell(Target target, bool was, bool now, string? organisation, string reasons)
    {
        if (was && !now)
            Run($"DELETE FROM outbox WHERE {Same} AND operation = 'send' AND taken = 0", target);
        if (was || now)
            Edit(target);
        if (now && !was)
            Send(target, organisation is null ? null : OrganisationReader.Find(database, organisation), reasons);
    }

    /// <summary>For those who were told, unless a message that nobody took yet waits for them.</summary>
    private void Edit(Target target) => Run(
        $"""
        INSERT INTO outbox (operation, subscription, statement, report)
        SELECT 'edit', s.number, ?1, ?2 FROM subscriptions s
        WHERE s.fault IS NULL AND {Told} AND s.number NOT IN (SELECT subscription FROM outbox WHERE {Same} AND taken = 0)
        ORDER BY s.number
        """,
        target);

    private void Send(Target target, Organisation? organisation, string reasons)
    {
        using var command = database.Query(
            $"""
            INSERT INTO outbox (operation, subscription, statement, report)
            SELECT 'send', s.number, ?1, ?2 FROM subscriptions s
            WHERE s.fault IS NULL AND NOT {Told}
              AND (s.kind IS NULL OR s.kind = ?3) AND (s.departement_code IS NULL OR s.departement_code = ?4)
              AND (s.region_code IS NULL OR s.region_code = ?5) AND (s.reason IS NULL OR s.reason IN (SELECT value FROM json_each(?6)))
            ORDER BY s.number
            """);
        target.Bind(command).Add(organisation?.Kind.Name()).Add(organisation?.DepartementCode).Add(organisation?.RegionCode).Add(reasons).Run();
    }

    private void Run(string sql, Target target)
    {
        using var command = database.Query(sql);
        target.Bind(command).Run();
    }

    /// <summary>Pull quotes answer nothing by themselves, and are not announced.</summary>
    private static bool IsTold(Statement statement) =>
        statement is { Status: StatementStatus.Published, Topic: StatementTopic.Why, Quote.Heading: false };

    private readonly record struct Target(long? Statement, string? Report)
    {
        public Command Bind(Command command) => command.Add(Statement).Add(Report);
    }
}
