using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Commands.Knowledge;

/// <summary>
/// A store as it would have told on a day: statements said by then (else read in a source published by then), sources published by then, departures as
/// reported by then. What has no date is left out: nobody can tell whether it was known. Reads only.
/// </summary>
internal sealed class AsOfStore(IStore store, DateOnly day) : IStore
{
    private const int PageSize = 500;

    public async Task<Source?> FindSourceAsync(string id, CancellationToken cancellationToken) =>
        await store.FindSourceAsync(id, cancellationToken).ConfigureAwait(false) is { } source && AsOf.IsBy(source.Published, day) ? source : null;

    public async Task<IReadOnlyList<SourceSummary>> ListSourcesAsync(CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, int>();
        await foreach (var cited in AllStatementsAsync(cancellationToken).ConfigureAwait(false))
            counts[cited.Citation.SourceId] = counts.GetValueOrDefault(cited.Citation.SourceId) + 1;
        return
        [
            .. (await store.ListSourcesAsync(cancellationToken).ConfigureAwait(false))
                .Where(source => AsOf.IsBy(source.Published, day))
                .Select(source => source with { Statements = counts.GetValueOrDefault(source.Id) }),
        ];
    }

    public async Task<CitedStatement?> FindStatementAsync(string id, CancellationToken cancellationToken) =>
        await store.FindStatementAsync(id, cancellationToken).ConfigureAwait(false) is { } cited && AsOf.IsSaid(cited, day) ? cited : null;

    public async Task<Page<CitedStatement>> StatementsAsync(StatementQuery query, CancellationToken cancellationToken)
    {
        var said = new List<CitedStatement>();
        var all = query with { Offset = 0, Limit = PageSize };
        Page<CitedStatement> page;
        do
        {
            page = await store.StatementsAsync(all, cancellationToken).ConfigureAwait(false);
            said.AddRange(page.Items.Where(cited => AsOf.IsSaid(cited, day)));
            all = all with { Offset = all.Offset + PageSize };
        }
        while (all.Offset < page.Total);
        return new Page<CitedStatement>([.. said.Skip(query.Offset).Take(query.Limit)], said.Count, query.Offset);
    }

    public async Task<IReadOnlyList<DepartureReport>> ReportsAsync(string organisationId, CancellationToken cancellationToken) =>
        AsOf.Reported(await store.ReportsAsync(organisationId, cancellationToken).ConfigureAwait(false), day);

    public Task<Page<DepartureEntry>> DeparturesAsync(DepartureQuery query, CancellationToken cancellationToken) =>
        new AsOfDepartures(this, store, day).ListAsync(query, cancellationToken);

    public Task<IReadOnlyList<ReasonCount>> CountReasonsAsync(DepartureQuery query, CancellationToken cancellationToken) =>
        new AsOfDepartures(this, store, day).CountReasonsAsync(query, cancellationToken);

    public Task<StoreSummary> SummariseAsync(CancellationToken cancellationToken) => store.SummariseAsync(cancellationToken);

    public IAsyncEnumerable<Organisation> OrganisationsAsync(CancellationToken cancellationToken) => store.OrganisationsAsync(cancellationToken);

    public async IAsyncEnumerable<CitedStatement> AllStatementsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var cited in store.AllStatementsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (AsOf.IsSaid(cited, day))
                yield return cited;
        }
    }

    public Task<IngestReport> ApplyAsync(IngestBatch batch, string actor, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("What was known on a day cannot be changed.");

    public IAsyncEnumerable<StoreDefect> VerifyAsync(IProgress<double>? progress, CancellationToken cancellationToken) =>
        store.VerifyAsync(progress, cancellationToken);

    public Task<Page<Revision>> RevisionsAsync(string? entityId, int offset, int limit, CancellationToken cancellationToken) =>
        store.RevisionsAsync(entityId, offset, limit, cancellationToken);

    public Task<long> LastRevisionAsync(CancellationToken cancellationToken) => store.LastRevisionAsync(cancellationToken);

    public Task<StoreChanges> ChangesSinceAsync(long revision, int limit, CancellationToken cancellationToken) =>
        store.ChangesSinceAsync(revision, limit, cancellationToken);

    public Task<IReadOnlySet<string>> MergedOrganisationIdsAsync(CancellationToken cancellationToken) => store.MergedOrganisationIdsAsync(cancellationToken);

    public Task<IReadOnlyList<Organisation>> FindOrganisationsAsync(ImmutableArray<string> ids, CancellationToken cancellationToken) =>
        store.FindOrganisationsAsync(ids, cancellationToken);

    /// <summary>It is somebody else's store.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
