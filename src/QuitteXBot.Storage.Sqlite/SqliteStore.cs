using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Reading;
using QuitteXBot.Storage.Sqlite.Verification;

namespace QuitteXBot.Storage.Sqlite;

/// <summary>
/// The store in one SQLite file (write-ahead log, so that readers and the writer do not wait for each other). Reads are short and run on the caller's
/// thread. Where the database itself fails, methods throw a <see cref="StoreException"/>, which is an <see cref="IOException"/>.
/// </summary>
public sealed partial class SqliteStore : IStore
{
    private readonly ConnectionPool _readers;
    private readonly StoreWriter? _writer;

    internal SqliteStore(ConnectionPool readers, StoreWriter? writer) => (_readers, _writer) = (readers, writer);

    /// <summary>Whether it was opened for writing too.</summary>
    public bool IsWritable => _writer is not null;

    /// <summary>For tests that end the process where it hurts most.</summary>
    internal Action? BeforeCommit
    {
        set => _writer!.BeforeCommit = value;
    }

    /// <summary>Opens the store, made or brought up to date where that is needed; its folder is made too.</summary>
    /// <returns>Errors: <c>store-unreachable</c>, <c>store-damaged</c>, <c>store-foreign</c>, <c>store-newer</c>.</returns>
    public static Task<Result<SqliteStore>> OpenAsync(string path, TimeProvider time, CancellationToken cancellationToken) =>
        Task.Run(() => StoreOpening.Open(path, time), cancellationToken);

    /// <summary>Opens an existing store for reading only, as quickly as that can be done: nothing is made or changed.</summary>
    /// <returns>Errors: <c>store-missing</c>, <c>store-old</c>, and those of <see cref="OpenAsync"/>.</returns>
    public static Result<SqliteStore> OpenForReading(string path) => StoreOpening.OpenForReading(path);

    public Task<Source?> FindSourceAsync(string id, CancellationToken cancellationToken) =>
        ReadAsync(database => SourceReader.Find(database, id), cancellationToken);

    public Task<IReadOnlyList<SourceSummary>> ListSourcesAsync(CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<SourceSummary>>(database => SourceReader.List(database, cancellationToken), cancellationToken);

    public Task<CitedStatement?> FindStatementAsync(string id, CancellationToken cancellationToken) =>
        ReadAsync(database => StatementReader.Find(database, id), cancellationToken);

    public Task<Page<CitedStatement>> StatementsAsync(StatementQuery query, CancellationToken cancellationToken) =>
        ReadAsync(database => StatementReader.Find(database, query, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<DepartureReport>> ReportsAsync(string organisationId, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<DepartureReport>>(database => ReportReader.Of(database, organisationId), cancellationToken);

    public Task<Page<DepartureEntry>> DeparturesAsync(DepartureQuery query, CancellationToken cancellationToken) =>
        ReadAsync(database => DepartureReader.Find(database, query, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<ReasonCount>> CountReasonsAsync(DepartureQuery query, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<ReasonCount>>(database => DepartureReader.CountReasons(database, query), cancellationToken);

    public Task<StoreSummary> SummariseAsync(CancellationToken cancellationToken) => ReadAsync(SummaryReader.Read, cancellationToken);

    public IAsyncEnumerable<Organisation> OrganisationsAsync(CancellationToken cancellationToken) =>
        StreamAsync(OrganisationReader.All, cancellationToken);

    public IAsyncEnumerable<CitedStatement> AllStatementsAsync(CancellationToken cancellationToken) =>
        StreamAsync(StatementReader.Published, cancellationToken);

    public Task<IngestReport> ApplyAsync(IngestBatch batch, string actor, CancellationToken cancellationToken) =>
        Writer.ApplyAsync(batch, actor, cancellationToken);

    public IAsyncEnumerable<StoreDefect> VerifyAsync(IProgress<double>? progress, CancellationToken cancellationToken) =>
        StreamAsync(database => Defects(database, progress, cancellationToken), cancellationToken);

    public Task<Page<Revision>> RevisionsAsync(string? entityId, int offset, int limit, CancellationToken cancellationToken) =>
        ReadAsync(database => RevisionReader.Find(database, entityId, offset, limit, cancellationToken), cancellationToken);

    public Task<long> LastRevisionAsync(CancellationToken cancellationToken) => ReadAsync(RevisionReader.Last, cancellationToken);

    public Task<StoreChanges> ChangesSinceAsync(long revision, int limit, CancellationToken cancellationToken) =>
        ReadAsync(database => ChangeReader.Since(database, revision, limit, cancellationToken), cancellationToken);

    public Task<IReadOnlySet<string>> MergedOrganisationIdsAsync(CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlySet<string>>(OrganisationReader.MergedIds, cancellationToken);

    public Task<IReadOnlyList<Organisation>> FindOrganisationsAsync(ImmutableArray<string> ids, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<Organisation>>(database => OrganisationReader.Find(database, ids, cancellationToken), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _readers.Dispose();
        if (_writer is not null)
            await _writer.DisposeAsync().ConfigureAwait(false);
    }

    private Task<T> ReadAsync<T>(Func<Database, T> read, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);
        using var lease = _readers.Rent();
        var result = read(lease.Database);
        lease.Complete();
        return Task.FromResult(result);
    }

    private async IAsyncEnumerable<T> StreamAsync<T>(
        Func<Database, IEnumerable<T>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var lease = _readers.Rent();
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var item in read(lease.Database))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    /// <summary>What cannot be read at all is a defect too.</summary>
    private static IEnumerable<StoreDefect> Defects(Database database, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        using var defects = new Verifier(database, progress, cancellationToken).Run().GetEnumerator();
        while (true)
        {
            StoreDefect? defect;
            var last = false;
            try
            {
                defect = defects.MoveNext() ? defects.Current : null;
            }
            catch (StoreException exception)
            {
                (defect, last) = (new StoreDefect(null, "", $"The database file is damaged: {exception.Message}."), true);
            }

            if (defect is null)
                yield break;
            yield return defect;
            if (last)
                yield break;
        }
    }
}
