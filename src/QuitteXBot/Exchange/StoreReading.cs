using System.Collections.Immutable;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Exchange;

/// <summary>Reads all that a store holds, page by page.</summary>
internal static class StoreReading
{
    private const int PageLength = 1_000;

    public static async Task<ExchangeDocument> ReadAllAsync(IStore store, CancellationToken cancellationToken)
    {
        var organisations = ImmutableArray.CreateBuilder<Organisation>();
        await foreach (var organisation in store.OrganisationsAsync(cancellationToken))
            organisations.Add(organisation);
        var statements = ImmutableArray.CreateBuilder<Statement>();
        await foreach (var cited in StatementsAsync(store, cancellationToken))
            statements.Add(cited.Statement);
        return new ExchangeDocument
        {
            Sources = await SourcesAsync(store, cancellationToken),
            Organisations = organisations.ToImmutable(),
            Statements = [.. statements.OrderBy(statement => statement.Quote.SourceId, StringComparer.Ordinal).ThenBy(statement => statement.Quote.Start).ThenBy(statement => statement.Id, StringComparer.Ordinal)],
            Reports = await ReportsAsync(store, cancellationToken),
        };
    }

    /// <summary>Statements of every status, pull quotes included.</summary>
    public static async IAsyncEnumerable<CitedStatement> StatementsAsync(
        IStore store, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new StatementQuery { IncludeHeadings = true, Statuses = [.. Enum.GetValues<StatementStatus>()], Limit = PageLength };
        Page<CitedStatement> page;
        do
        {
            page = await store.StatementsAsync(query, cancellationToken);
            foreach (var statement in page.Items)
                yield return statement;
            query = query with { Offset = query.Offset + page.Items.Length };
        }
        while (page.Items.Length > 0 && query.Offset < page.Total);
    }

    private static async Task<ImmutableArray<Source>> SourcesAsync(IStore store, CancellationToken cancellationToken)
    {
        var sources = ImmutableArray.CreateBuilder<Source>();
        foreach (var summary in await store.ListSourcesAsync(cancellationToken))
        {
            if (await store.FindSourceAsync(summary.Id, cancellationToken) is { } source)
                sources.Add(source);
        }

        return sources.ToImmutable();
    }

    private static async Task<ImmutableArray<DepartureReport>> ReportsAsync(IStore store, CancellationToken cancellationToken)
    {
        var reports = new SortedDictionary<string, DepartureReport>(StringComparer.Ordinal);
        var query = new DepartureQuery { IncludePersons = true, Limit = PageLength };
        Page<DepartureEntry> page;
        do
        {
            page = await store.DeparturesAsync(query, cancellationToken);
            foreach (var report in page.Items.SelectMany(entry => entry.Departure.Evidence))
                reports[report.Id] = report with { Citation = report.Citation with { Page = null } };
            query = query with { Offset = query.Offset + page.Items.Length };
        }
        while (page.Items.Length > 0 && query.Offset < page.Total);
        return [.. reports.Values];
    }
}
