using System.Collections.Immutable;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Core.Storage;

/// <summary>
/// The truth: sources, organisations, statements, reports of departures, and the revisions that made them. Any number of readers, one writer at a time.
/// A write is whole or not at all, also after a kill; each change appends a <see cref="Revision"/>. Reads see only what is committed.
/// Only published statements are read, unless a query says otherwise.
/// </summary>
public interface IStore : IAsyncDisposable
{
    Task<Source?> FindSourceAsync(string id, CancellationToken cancellationToken);

    /// <summary>All sources by id, without reading their texts.</summary>
    Task<IReadOnlyList<SourceSummary>> ListSourcesAsync(CancellationToken cancellationToken);

    /// <summary>The statement, whatever its status, or null.</summary>
    Task<CitedStatement?> FindStatementAsync(string id, CancellationToken cancellationToken);

    /// <summary>Latest said first, then by source and place in the source.</summary>
    Task<Page<CitedStatement>> StatementsAsync(StatementQuery query, CancellationToken cancellationToken);

    /// <summary>All reports of the organisation's departure (not of its people's), as recorded.</summary>
    Task<IReadOnlyList<DepartureReport>> ReportsAsync(string organisationId, CancellationToken cancellationToken);

    /// <summary>One entry an organisation (or person) whose departure is reported: latest first, then by name.</summary>
    Task<Page<DepartureEntry>> DeparturesAsync(DepartureQuery query, CancellationToken cancellationToken);

    /// <summary>How many of the organisations that match give each reason, most first; reasons that nobody gives are left out.</summary>
    Task<IReadOnlyList<ReasonCount>> CountReasonsAsync(DepartureQuery query, CancellationToken cancellationToken);

    Task<StoreSummary> SummariseAsync(CancellationToken cancellationToken);

    /// <summary>The organisations that the store holds (those with records), by id.</summary>
    IAsyncEnumerable<Organisation> OrganisationsAsync(CancellationToken cancellationToken);

    /// <summary>Every published statement, headings included, in a steady order, streamed from one snapshot; for building an index.</summary>
    IAsyncEnumerable<CitedStatement> AllStatementsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Takes what the seeds say, in one transaction. Idempotent: what is already there unchanged makes no revision. Statements that a moderator edited
    /// or withdrew stay as they are; statements of a source whose text changed are anchored anew by prefix and suffix, or withdrawn and reported as lost.
    /// </summary>
    Task<IngestReport> ApplyAsync(IngestBatch batch, string actor, CancellationToken cancellationToken);

    /// <summary>
    /// Checks every source against its hash and every quote, of whatever status, against its source.
    /// Yields what is wrong, naming the statement. <paramref name="progress"/> gets the part done, 0 to 1.
    /// </summary>
    IAsyncEnumerable<StoreDefect> VerifyAsync(IProgress<double>? progress, CancellationToken cancellationToken);

    /// <summary>What changed, newest first.</summary>
    Task<Page<Revision>> RevisionsAsync(string? entityId, int offset, int limit, CancellationToken cancellationToken);

    /// <summary>The number of the last revision, 0 where there is none. Cheap enough to be asked before every question.</summary>
    Task<long> LastRevisionAsync(CancellationToken cancellationToken);

    /// <summary>The statements, organisations and sources that have a revision later than <paramref name="revision"/>: the latest ones, <paramref name="limit"/> at most.</summary>
    Task<StoreChanges> ChangesSinceAsync(long revision, int limit, CancellationToken cancellationToken);

    /// <summary>Those of the organisations that the store lists, with records or without, by id.</summary>
    Task<IReadOnlyList<Organisation>> FindOrganisationsAsync(ImmutableArray<string> ids, CancellationToken cancellationToken);

    /// <summary>The organisations that were merged into others: nobody is to be offered them, though a gazetteer may name them.</summary>
    Task<IReadOnlySet<string>> MergedOrganisationIdsAsync(CancellationToken cancellationToken);
}
