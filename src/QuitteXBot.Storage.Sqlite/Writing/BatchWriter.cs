using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Storage.Sqlite.Writing;

/// <summary>Takes a batch, within a transaction that its caller holds.</summary>
internal sealed class BatchWriter
{
    private readonly IngestSession _session;
    private readonly OrganisationWriter _organisations;
    private readonly SourceWriter _sources;
    private readonly StatementWriter _statements;

    public BatchWriter(IngestSession session)
    {
        _session = session;
        _organisations = new OrganisationWriter(session);
        _sources = new SourceWriter(session);
        _statements = new StatementWriter(session, _organisations);
    }

    /// <exception cref="ArgumentException">The batch contradicts itself: the ingestion has a bug.</exception>
    public IngestReport Write(IngestBatch batch)
    {
        _organisations.Write(batch.Organisations);
        batch = new Merged(_session.Database).Of(batch);
        new PersonWriter(_session, _organisations).Write(batch.Persons);
        WriteSources(batch);
        WithdrawVanished(batch);
        new ReportWriter(_session, _organisations).Write(batch.Reports, complete: !batch.ReportsIncomplete, kept: batch.UnreadableSourceIds);
        DerivedTables.Refresh(_session);
        return _session.Report;
    }

    private void WriteSources(IngestBatch batch)
    {
        var statements = batch.Statements.ToLookup(statement => statement.Quote.SourceId);
        var sources = new Dictionary<string, Source>();
        foreach (var source in batch.Sources)
        {
            if (!sources.TryAdd(source.Id, source))
                throw new ArgumentException($"The source {source.Id} is twice in the batch.", nameof(batch));
            if (!SourceTexts.IsWellFormed(source.Text))
                throw new ArgumentException($"The text of {source.Id} has half a surrogate pair, which no UTF-8 file has.", nameof(batch));
        }

        if (statements.FirstOrDefault(group => !sources.ContainsKey(group.Key)) is { } stray)
            throw new ArgumentException($"The statement {stray.First().Id} is of the source {stray.Key}, which is not in the batch.", nameof(batch));

        foreach (var source in batch.Sources)
        {
            _session.CancellationToken.ThrowIfCancellationRequested();
            var (textNumber, known) = _sources.Write(source);
            _statements.Write(source, textNumber, known, statements[source.Id]);
        }
    }

    /// <summary>A source that a moderator's statement rests on stays.</summary>
    private void WithdrawVanished(IngestBatch batch)
    {
        var present = batch.Sources.Select(source => source.Id).Concat(batch.UnreadableSourceIds).ToHashSet();
        var vanished = new List<string>();
        using (var rows = _session.Database.Query("SELECT id FROM sources WHERE withdrawn = 0 AND edited_by IS NULL ORDER BY id"))
        {
            while (rows.Read())
            {
                if (!present.Contains(rows.Text(0)))
                    vanished.Add(rows.Text(0));
            }
        }

        foreach (var id in vanished)
        {
            if (!_statements.WithdrawAll(id))
                _sources.Withdraw(id);
        }
    }
}
