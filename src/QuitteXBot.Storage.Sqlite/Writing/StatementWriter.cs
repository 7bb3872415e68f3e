using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Reading;

namespace QuitteXBot.Storage.Sqlite.Writing;

internal sealed class StatementWriter(IngestSession session, OrganisationWriter organisations)
{
    private const string Select = $"SELECT {StatementReader.Columns}, s.number, s.text_number, s.edited_by FROM statements s ";

    /// <summary>Takes all statements of a source.</summary>
    /// <param name="known">Whether the store had the source before.</param>
    public void Write(Source source, long textNumber, bool known, IEnumerable<Statement> found)
    {
        var ruler = new TextRuler(source.Text);
        var incoming = found
            .DistinctBy(statement => statement.Id)
            .Select(Complete)
            .ToList();
        foreach (var statement in incoming)
            Require(statement, ruler);

        var plan = StatementPlan.Of(known ? Stored(source.Id) : [], incoming, textNumber, source.Text);
        foreach (var old in plan.Withdrawals)
            Withdraw(old, plan.Lost.Contains(old.Statement.Id));
        foreach (var old in plan.Displaced)
            Remove(old);

        // Places may be exchanged: nobody keeps the old id while another takes it.
        foreach (var (old, moved) in plan.Updates)
        {
            if (old.Statement.Id != moved.Id)
                Run("UPDATE statements SET id = '~' || number WHERE number = ?", old.Number);
        }

        foreach (var (old, statement) in plan.Updates)
            Update(old, statement, textNumber);
        foreach (var statement in plan.Inserts)
            Insert(statement, textNumber);
    }

    /// <summary>Withdraws what the seeds gave of a source; returns whether moderators' statements of it are left.</summary>
    public bool WithdrawAll(string sourceId)
    {
        var live = Stored(sourceId).Where(old => !old.Withdrawn).ToList();
        foreach (var old in live.Where(old => !old.Edited))
            Withdraw(old, lost: false);
        return live.Exists(old => old.Edited);
    }

    /// <summary>With a list of reasons that is there and has none twice, as the store gives it back.</summary>
    public static Statement Complete(Statement statement) =>
        statement with { Reasons = [.. IngestSession.OrEmpty(statement.Reasons).Distinct()] };

    /// <exception cref="ArgumentException">The statement contradicts its source.</exception>
    public void Require(Statement statement, TextRuler ruler)
    {
        var quote = statement.Quote;
        organisations.Require(statement.Attribution.OrganisationId, $"statement {statement.Id}");
        if (statement.Id != StatementId.Of(quote.SourceId, quote.Start, quote.End))
            throw new ArgumentException($"The statement {statement.Id} does not have the id of its place, {quote.SourceId}:{quote.Start}:{quote.End}.");
        if (!ruler.Slice(quote.Start, quote.End).SequenceEqual(quote.Text))
            throw new ArgumentException($"The quote of the statement {statement.Id} is not what stands in {quote.SourceId} from {quote.Start} to {quote.End}.");
    }

    public StoredStatement? Find(string id) => Read(session.Database.Query(Select + "WHERE s.id = ?").Add(id)).FirstOrDefault();

    public List<StoredStatement> OfOrganisation(string id) =>
        Read(session.Database.Query(Select + "WHERE s.organisation_id = ? ORDER BY s.number").Add(id));

    private List<StoredStatement> Stored(string sourceId) =>
        Read(session.Database.Query(Select + "WHERE s.source_id = ? ORDER BY s.start_at, s.number").Add(sourceId));

    private static List<StoredStatement> Read(Command command)
    {
        using var rows = command;
        var stored = new List<StoredStatement>();
        while (rows.Read())
        {
            const int Next = StatementReader.ColumnCount;
            stored.Add(new StoredStatement(rows.Long(Next), rows.Long(Next + 1), rows.TextOrNull(Next + 2), StatementReader.Map(rows)));
        }

        return stored;
    }

    /// <returns>The number of the row.</returns>
    public long Insert(Statement statement, long textNumber, string? editedBy = null)
    {
        session.CancellationToken.ThrowIfCancellationRequested();
        using (var command = session.Database.Query(
            """
            INSERT INTO statements (id, source_id, text_number, start_at, end_at, quote, prefix, suffix, truncated, heading, basis, speaker, role,
              organisation_id, organisation_name, reasons, topic, said_on, status, quote_confidence, speaker_confidence,
              organisation_confidence, reasons_confidence, edited_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """))
            Bind(command, statement, textNumber, editedBy).Run();
        var number = session.Database.LastNumber;
        Record(null, new StoredStatement(number, textNumber, editedBy, statement));
        return number;
    }

    private void Update(StoredStatement old, Statement statement, long textNumber)
    {
        session.CancellationToken.ThrowIfCancellationRequested();
        var after = old with { Statement = statement, TextNumber = textNumber };
        var same = Same(old.Statement, statement);
        if (same)
            session.CountUnchanged();
        if (!same || old.TextNumber != textNumber)
            Update(after);
        if (!same)
            Record(old, after);
    }

    /// <summary>Puts the row in place of what it was.</summary>
    public void Put(StoredStatement before, StoredStatement after)
    {
        Update(after);
        Record(before, after);
    }

    /// <summary>Removes a row that is not shown and whose id another needs; the log keeps it.</summary>
    public void Remove(StoredStatement old) => Run("DELETE FROM statements WHERE number = ?", old.Number);

    private void Update(StoredStatement after)
    {
        using var command = session.Database.Query(
            """
            UPDATE statements SET id = ?, source_id = ?, text_number = ?, start_at = ?, end_at = ?, quote = ?, prefix = ?, suffix = ?, truncated = ?,
              heading = ?, basis = ?, speaker = ?, role = ?, organisation_id = ?, organisation_name = ?, reasons = ?, topic = ?, said_on = ?,
              status = ?, quote_confidence = ?, speaker_confidence = ?, organisation_confidence = ?, reasons_confidence = ?, edited_by = ?
            WHERE number = ?
            """);
        Bind(command, after.Statement, after.TextNumber, after.EditedBy).Add(after.Number).Run();
    }

    private void Withdraw(StoredStatement old, bool lost)
    {
        if (lost)
            session.CountLost(old.Statement.Id);
        Put(old, old with { Statement = old.Statement with { Status = StatementStatus.Withdrawn } });
    }

    private void Record(StoredStatement? before, StoredStatement after)
    {
        foreach (var organisation in (ReadOnlySpan<string?>)[before?.Statement.Attribution.OrganisationId, after.Statement.Attribution.OrganisationId])
        {
            if (organisation is not null)
                session.TouchedOrganisations.Add(organisation);
        }

        session.Record(
            "statement",
            after.Statement.Id,
            before is null ? null : (StatementRow.Of(before.Statement, before.EditedBy), before.Withdrawn),
            (StatementRow.Of(after.Statement, after.EditedBy), after.Withdrawn),
            RevisionRows.Default.StatementRow);
    }

    private void Run(string sql, long number)
    {
        using var command = session.Database.Query(sql);
        command.Add(number).Run();
    }

    private static Command Bind(Command command, Statement statement, long textNumber, string? editedBy)
    {
        var (quote, attribution, confidence) = (statement.Quote, statement.Attribution, statement.Confidence);
        return command
            .Add(statement.Id).Add(quote.SourceId).Add(textNumber).Add(quote.Start).Add(quote.End).Add(quote.Text).Add(quote.Prefix).Add(quote.Suffix)
            .Add(quote.Truncated).Add(quote.Heading).Add(Spelling.Of(attribution.Basis)).Add(attribution.Speaker).Add(attribution.Role)
            .Add(attribution.OrganisationId).Add(attribution.OrganisationName).Add(JsonList.Write(statement.Reasons)).Add(Spelling.Of(statement.Topic)).Add(statement.SaidOn)
            .Add(Spelling.Of(statement.Status)).Add(confidence.Quote).Add(confidence.Speaker).Add(confidence.Organisation).Add(confidence.Reasons)
            .Add(editedBy);
    }

    public static bool Same(Statement left, Statement right) =>
        left.Reasons.SequenceEqual(right.Reasons) && left with { Reasons = right.Reasons } == right;
}
