using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Reading;

namespace QuitteXBot.Storage.Sqlite.Writing;

internal sealed class StatementWriter(IngestSession session, OrganisationWriter organisations)
{
    /// <summary>Takes all statements of a source.</summary>
    /// <param name="known">Whether the store had the source before.</param>
    public void Write(Source source, long textNumber, bool known, IEnumerable<Statement> found)
    {
        var ruler = new TextRuler(source.Text);
        var incoming = found
            .DistinctBy(statement => statement.Id)
            .Select(statement => statement with { Reasons = [.. IngestSession.OrEmpty(statement.Reasons).Distinct()] })
            .ToList();
        foreach (var statement in incoming)
            Require(statement, ruler);

        var plan = StatementPlan.Of(known ? Stored(source.Id) : [], incoming, textNumber, source.Text);
        foreach (var old in plan.Withdrawals)
            Withdraw(old, plan.Lost.Contains(old.Statement.Id));
        foreach (var old in plan.Displaced)
            Run("DELETE FROM statements WHERE number = ?", old.Number);

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

    private void Require(Statement statement, TextRuler ruler)
    {
        var quote = statement.Quote;
        organisations.Require(statement.Attribution.OrganisationId, $"statement {statement.Id}");
        if (statement.Id != StatementId.Of(quote.SourceId, quote.Start, quote.End))
            throw new ArgumentException($"The statement {statement.Id} does not have the id of its place, {quote.SourceId}:{quote.Start}:{quote.End}.");
        if (!ruler.Slice(quote.Start, quote.End).SequenceEqual(quote.Text))
            throw new ArgumentException($"The quote of the statement {statement.Id} is not what stands in {quote.SourceId} from {quote.Start} to {quote.End}.");
    }

    private List<StoredStatement> Stored(string sourceId)
    {
        using var rows = session.Database.Query(
            $"SELECT {StatementReader.Columns}, s.number, s.text_number, s.edited_by FROM statements s WHERE s.source_id = ? ORDER BY s.start_at, s.number")
            .Add(sourceId);
        var stored = new List<StoredStatement>();
        while (rows.Read())
        {
            const int Next = StatementReader.ColumnCount;
            stored.Add(new StoredStatement(rows.Long(Next), rows.Long(Next + 1), !rows.IsNull(Next + 2), StatementReader.Map(rows)));
        }

        return stored;
    }

    private void Insert(Statement statement, long textNumber)
    {
        session.CancellationToken.ThrowIfCancellationRequested();
        using (var command = session.Database.Query(
            """
            INSERT INTO statements (id, source_id, text_number, start_at, end_at, quote, prefix, suffix, truncated, heading, basis, speaker, role,
              organisation_id, organisation_name, reasons, topic, said_on, status, quote_confidence, speaker_confidence,
              organisation_confidence, reasons_confidence)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """))
            Bind(command, statement, textNumber).Run();
        Record(null, statement);
    }

    private void Update(StoredStatement old, Statement statement, long textNumber)
    {
        session.CancellationToken.ThrowIfCancellationRequested();
        var same = Same(old.Statement, statement);
        if (same && old.TextNumber == textNumber)
        {
            session.CountUnchanged();
            return;
        }

        using (var command = session.Database.Query(
            """
            UPDATE statements SET id = ?, source_id = ?, text_number = ?, start_at = ?, end_at = ?, quote = ?, prefix = ?, suffix = ?, truncated = ?,
              heading = ?, basis = ?, speaker = ?, role = ?, organisation_id = ?, organisation_name = ?, reasons = ?, topic = ?, said_on = ?,
              status = ?, quote_confidence = ?, speaker_confidence = ?, organisation_confidence = ?, reasons_confidence = ?
            WHERE number = ?
            """))
            Bind(command, statement, textNumber).Add(old.Number).Run();
        if (same)
        {
            session.CountUnchanged();
            return;
        }

        Record(old.Statement, statement);
    }

    private void Withdraw(StoredStatement old, bool lost)
    {
        Run("UPDATE statements SET status = 'withdrawn' WHERE number = ?", old.Number);
        if (lost)
            session.CountLost(old.Statement.Id);
        Record(old.Statement, old.Statement with { Status = StatementStatus.Withdrawn });
    }

    private void Record(Statement? before, Statement after)
    {
        foreach (var organisation in (ReadOnlySpan<string?>)[before?.Attribution.OrganisationId, after.Attribution.OrganisationId])
        {
            if (organisation is not null)
                session.TouchedOrganisations.Add(organisation);
        }

        session.Record(
            "statement",
            after.Id,
            before is null ? null : (StatementRow.Of(before), before.Status == StatementStatus.Withdrawn),
            (StatementRow.Of(after), after.Status == StatementStatus.Withdrawn),
            RevisionRows.Default.StatementRow);
    }

    private void Run(string sql, long number)
    {
        using var command = session.Database.Query(sql);
        command.Add(number).Run();
    }

    private static Command Bind(Command command, Statement statement, long textNumber)
    {
        var (quote, attribution, confidence) = (statement.Quote, statement.Attribution, statement.Confidence);
        return command
            .Add(statement.Id).Add(quote.SourceId).Add(textNumber).Add(quote.Start).Add(quote.End).Add(quote.Text).Add(quote.Prefix).Add(quote.Suffix)
            .Add(quote.Truncated).Add(quote.Heading).Add(Spelling.Of(attribution.Basis)).Add(attribution.Speaker).Add(attribution.Role)
            .Add(attribution.OrganisationId).Add(attribution.OrganisationName).Add(JsonList.Write(statement.Reasons)).Add(Spelling.Of(statement.Topic)).Add(statement.SaidOn)
            .Add(Spelling.Of(statement.Status)).Add(confidence.Quote).Add(confidence.Speaker).Add(confidence.Organisation).Add(confidence.Reasons);
    }

    private static bool Same(Statement left, Statement right) =>
        left.Reasons.SequenceEqual(right.Reasons) && left with { Reasons = right.Reasons } == right;
}
