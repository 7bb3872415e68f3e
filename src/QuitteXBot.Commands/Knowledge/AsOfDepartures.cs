using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Commands.Knowledge;

/// <summary>Lists and counts over departures as they were reported on a day, put together from what each organisation's reports told by then.</summary>
/// <param name="then">The store as of that day.</param>
/// <param name="now">The store as it is.</param>
internal sealed class AsOfDepartures(IStore then, IStore now, DateOnly day)
{
    private const int PageSize = 500;

    public async Task<Page<DepartureEntry>> ListAsync(DepartureQuery query, CancellationToken cancellationToken)
    {
        var matching = await MatchingAsync(query, cancellationToken).ConfigureAwait(false);

        // As the store sorts: latest first, those without a date last, then by name.
        matching.Sort(static (one, other) => (one.Departure.Date, other.Departure.Date) switch
        {
            (null, null) => ByName(one, other),
            (null, _) => 1,
            (_, null) => -1,
            ({ } date, { } otherDate) => otherDate.CompareTo(date) is not 0 and var byDate ? byDate : ByName(one, other),
        });
        return new Page<DepartureEntry>([.. matching.Skip(query.Offset).Take(query.Limit)], matching.Count, query.Offset);
    }

    /// <summary>Organisations without a departure count too, unless the query asks for its date or platforms: their words say why they leave.</summary>
    public async Task<IReadOnlyList<ReasonCount>> CountReasonsAsync(DepartureQuery query, CancellationToken cancellationToken)
    {
        var given = new Dictionary<string, List<CitedStatement>>();
        await foreach (var cited in then.AllStatementsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (cited.Statement is not { Topic: StatementTopic.Why, Quote.Heading: false, Attribution.OrganisationId: { } id })
                continue;
            if (!given.TryGetValue(id, out var statements))
                given.Add(id, statements = []);
            statements.Add(cited);
        }

        var wanted = await now.FindOrganisationsAsync([.. given.Keys], cancellationToken).ConfigureAwait(false);
        var ids = wanted.Where(organisation => Matches(organisation, query)).Select(organisation => organisation.Id).ToHashSet();
        if (query.From is not null || query.To is not null || query.Platform is not null)
        {
            var departed = await MatchingAsync(query with { Reason = null }, cancellationToken).ConfigureAwait(false);
            ids.IntersectWith(departed.Select(entry => entry.Organisation?.Id).OfType<string>());
        }

        return
        [
            .. given.Where(one => ids.Contains(one.Key) && (query.Reason is null || one.Value.Exists(cited => cited.Statement.Reasons.Contains(query.Reason))))
                .SelectMany(one => one.Value.SelectMany(cited => cited.Statement.Reasons.Select(reason => (Reason: reason, Organisation: one.Key))))
                .GroupBy(reason => reason.Reason)
                .Select(same => new ReasonCount(same.Key, same.Select(reason => reason.Organisation).Distinct().Count(), same.Count()))
                .OrderByDescending(count => count.Organisations)
                .ThenByDescending(count => count.Statements)
                .ThenBy(count => count.Reason, StringComparer.Ordinal),
        ];
    }

    private async Task<List<DepartureEntry>> MatchingAsync(DepartureQuery query, CancellationToken cancellationToken)
    {
        var matching = new List<DepartureEntry>();

        // Date, platforms and reason are asked of what was known then, not of what the store knows now.
        var all = query with { From = null, To = null, Platform = null, Reason = null, Offset = 0, Limit = PageSize };
        Page<DepartureEntry> page;
        do
        {
            page = await now.DeparturesAsync(all, cancellationToken).ConfigureAwait(false);
            foreach (var entry in page.Items)
            {
                if (await ThenAsync(entry, query, cancellationToken).ConfigureAwait(false) is { } known)
                    matching.Add(known);
            }

            all = all with { Offset = all.Offset + PageSize };
        }
        while (all.Offset < page.Total);
        return matching;
    }

    /// <summary>The entry as it was on that day; null where there was none, or where it does not match.</summary>
    private async Task<DepartureEntry?> ThenAsync(DepartureEntry entry, DepartureQuery query, CancellationToken cancellationToken)
    {
        var reports = entry.Organisation is { } organisation
            ? await then.ReportsAsync(organisation.Id, cancellationToken).ConfigureAwait(false)
            : AsOf.Reported(entry.Departure.Evidence, day);
        var departure = DepartureMerge.Of(reports).FirstOrDefault(one => one.Action != DepartureAction.Stays);
        if (departure is null || !Matches(departure, query))
            return null;
        if (entry.Organisation is null)
            return query.Reason is null ? entry with { Departure = departure } : null;
        var why = new StatementQuery { OrganisationId = entry.Organisation.Id, Topic = StatementTopic.Why, Limit = 0 };
        if (query.Reason is not null && (await then.StatementsAsync(why with { Reason = query.Reason }, cancellationToken).ConfigureAwait(false)).Total == 0)
            return null;
        var statements = await then.StatementsAsync(why, cancellationToken).ConfigureAwait(false);
        return entry with { Departure = departure, Statements = statements.Total };
    }

    private static bool Matches(Departure departure, DepartureQuery query) =>
        (query.From is null || departure.Date?.Last >= query.From)
        && (query.To is null || departure.Date?.First <= query.To)
        && (query.Platform is null || departure.PlatformsKept.Concat(departure.PlatformsJoined).Any(fact => fact.Value == query.Platform));

    private static bool Matches(Organisation organisation, DepartureQuery query) =>
        (query.Kind is null || organisation.Kind == query.Kind)
        && (query.DepartementCode is null || organisation.DepartementCode == query.DepartementCode)
        && (query.RegionCode is null || organisation.RegionCode == query.RegionCode)
        && (query.Country is null || organisation.Country == query.Country);

    private static int ByName(DepartureEntry one, DepartureEntry other) => string.CompareOrdinal(Name(one), Name(other));

    private static string Name(DepartureEntry entry) => Slug.Of(entry.Organisation?.Name ?? entry.Departure.Person ?? "");
}
