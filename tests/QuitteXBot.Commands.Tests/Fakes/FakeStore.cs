using System.Collections.Immutable;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Commands.Tests.Fakes;

/// <summary>A store in memory that only reads.</summary>
internal sealed class FakeStore : IStore
{
    public List<Source> Sources { get; } = [];

    public List<CitedStatement> Statements { get; } = [];

    public List<DepartureReport> Reports { get; } = [];

    public List<Organisation> Organisations { get; } = [];

    public Task<Source?> FindSourceAsync(string id, CancellationToken cancellationToken) => Task.FromResult(Sources.Find(source => source.Id == id));

    public Task<IReadOnlyList<SourceSummary>> ListSourcesAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<SourceSummary>>(
        [.. Sources.Select(source => new SourceSummary(source.Id, source.Outlet, source.Title, source.Published, source.Language, Statements.Count))]);

    public Task<CitedStatement?> FindStatementAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(Statements.Find(cited => cited.Statement.Id == id));

    public Task<Page<CitedStatement>> StatementsAsync(StatementQuery query, CancellationToken cancellationToken)
    {
        var all = Statements.Where(cited =>
            query.Statuses.Contains(cited.Statement.Status)
            && (query.Ids.IsEmpty || query.Ids.Contains(cited.Statement.Id))
            && (query.OrganisationId is null || cited.Statement.Attribution.OrganisationId == query.OrganisationId)
            && (query.SourceId is null || cited.Citation.SourceId == query.SourceId)
            && (query.Reason is null || cited.Statement.Reasons.Contains(query.Reason))
            && (query.Topic is null || cited.Statement.Topic == query.Topic)
            && (query.IncludeHeadings || !cited.Statement.Quote.Heading)).ToList();
        return Task.FromResult(new Page<CitedStatement>([.. all.Skip(query.Offset).Take(query.Limit)], all.Count, query.Offset));
    }

    public Task<IReadOnlyList<DepartureReport>> ReportsAsync(string organisationId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DepartureReport>>([.. Reports.Where(report => report.OrganisationId == organisationId && report.Person is null)]);

    public Task<Page<DepartureEntry>> DeparturesAsync(DepartureQuery query, CancellationToken cancellationToken)
    {
        var all = Matching(query).ToList();
        return Task.FromResult(new Page<DepartureEntry>([.. all.Skip(query.Offset).Take(query.Limit)], all.Count, query.Offset));
    }

    public Task<IReadOnlyList<ReasonCount>> CountReasonsAsync(DepartureQuery query, CancellationToken cancellationToken)
    {
        var ids = Matching(query).Select(entry => entry.Organisation?.Id).ToHashSet();
        return Task.FromResult<IReadOnlyList<ReasonCount>>(
        [
            .. WhyStatements()
                .Where(cited => ids.Contains(cited.Statement.Attribution.OrganisationId))
                .SelectMany(cited => cited.Statement.Reasons.Select(reason => (reason, cited.Statement.Attribution.OrganisationId)))
                .GroupBy(given => given.reason)
                .Select(given => new ReasonCount(given.Key, given.Select(one => one.OrganisationId).Distinct().Count(), given.Count()))
                .OrderByDescending(count => count.Organisations),
        ]);
    }

    public Task<StoreSummary> SummariseAsync(CancellationToken cancellationToken) => Task.FromResult(new StoreSummary(
        Sources.Count, Organisations.Count, Statements.Count, Statements.Count(cited => cited.Statement.Status == StatementStatus.Published), Reports.Count, 0));

    public IAsyncEnumerable<Organisation> OrganisationsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<CitedStatement> AllStatementsAsync(CancellationToken cancellationToken) =>
        Statements.Where(cited => cited.Statement.Status == StatementStatus.Published).ToAsyncEnumerable();

    public Task<IngestReport> ApplyAsync(IngestBatch batch, string actor, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<StoreDefect> VerifyAsync(IProgress<double>? progress, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Page<Revision>> RevisionsAsync(string? entityId, int offset, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<long> LastRevisionAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<StoreChanges> ChangesSinceAsync(long revision, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlySet<string>> MergedOrganisationIdsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<string>>(new HashSet<string>());

    public Task<IReadOnlyList<Organisation>> FindOrganisationsAsync(ImmutableArray<string> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Organisation>>([.. Organisations.Where(organisation => ids.Contains(organisation.Id))]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IEnumerable<CitedStatement> WhyStatements() => Statements.Where(cited =>
        cited.Statement is { Status: StatementStatus.Published, Topic: StatementTopic.Why, Quote.Heading: false });

    private IEnumerable<DepartureEntry> Matching(DepartureQuery query) =>
        DepartureMerge.Of(Reports)
            .Where(departure => departure.Action != DepartureAction.Stays && (departure.Person is null || query.IncludePersons))
            .DistinctBy(departure => (departure.OrganisationId, departure.Person))
            .Select(departure =>
            {
                var why = WhyStatements().Where(cited => cited.Statement.Attribution.OrganisationId == departure.OrganisationId).ToList();
                return (Entry: new DepartureEntry(Organisations.Find(one => one.Id == departure.OrganisationId), departure, why.Count), Why: why);
            })
            .Where(found => (query.Kind is null || found.Entry.Organisation?.Kind == query.Kind)
                && (query.RegionCode is null || RegionOf(found.Entry.Organisation) == query.RegionCode)
                && (query.DepartementCode is null || DepartementOf(found.Entry.Organisation) == query.DepartementCode)
                && (query.Country is null || found.Entry.Organisation?.Country == query.Country)
                && (query.Platform is null || found.Entry.Departure.PlatformsKept.Concat(found.Entry.Departure.PlatformsJoined).Any(fact => fact.Value == query.Platform))
                && (query.Reason is null || found.Why.Any(cited => cited.Statement.Reasons.Contains(query.Reason)))
                && (query.From is null || found.Entry.Departure.Date?.Last >= query.From)
                && (query.To is null || found.Entry.Departure.Date?.First <= query.To))
            .Select(found => found.Entry);

    private static string? RegionOf(Organisation? organisation) =>
        organisation?.Kind == OrganisationKind.Region ? organisation.Code : organisation?.RegionCode;

    private static string? DepartementOf(Organisation? organisation) =>
        organisation?.Kind == OrganisationKind.Departement ? organisation.Code : organisation?.DepartementCode;
}
