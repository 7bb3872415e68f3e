using QuitteXBot.Commands.Knowledge;
using QuitteXBot.Commands.Values;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Commands.Handlers;

/// <summary>Lists departures for one kind of organisations, several, all, or people: the store knows one kind at a time.</summary>
internal sealed class DepartureLister(IKnowledge knowledge)
{
    /// <summary>The store lists people only among organisations: this many are looked through for them.</summary>
    private const int MostEntries = 5000;

    public static DepartureQuery QueryOf(Arguments arguments) => new()
    {
        Kind = arguments.Kind is { Kinds: [var kind] } ? kind : null,
        DepartementCode = arguments.Place?.DepartementCode,
        RegionCode = arguments.Place?.RegionCode,
        Country = arguments.Place?.Country?.Code,
        Platform = arguments.Platform?.Key,
        Reason = arguments.Reason?.Key,
        From = arguments.Period?.FirstDay,
        To = arguments.Period?.LastDay,
    };

    public async Task<Page<DepartureEntry>> ListAsync(Arguments arguments, int offset, int limit, CancellationToken cancellationToken)
    {
        var query = QueryOf(arguments);
        if (arguments.Kind == KindGroup.Person)
            return await PeopleAsync(query, offset, limit, cancellationToken).ConfigureAwait(false);
        if (arguments.Kind is not { Kinds: { Length: > 1 } kinds })
            return await knowledge.Store.DeparturesAsync(query with { Offset = offset, Limit = limit }, cancellationToken).ConfigureAwait(false);

        var all = new List<DepartureEntry>();
        var total = 0;
        foreach (var kind in kinds)
        {
            var page = await knowledge.Store.DeparturesAsync(query with { Kind = kind, Limit = offset + limit }, cancellationToken).ConfigureAwait(false);
            all.AddRange(page.Items);
            total += page.Total;
        }

        var items = all.OrderByDescending(entry => entry.Departure.Date?.First ?? DateOnly.MinValue)
            .ThenBy(entry => entry.Organisation?.Name, StringComparer.Ordinal)
            .Skip(offset)
            .Take(limit);
        return new Page<DepartureEntry>([.. items], total, offset);
    }

    private async Task<Page<DepartureEntry>> PeopleAsync(DepartureQuery query, int offset, int limit, CancellationToken cancellationToken)
    {
        var page = await knowledge.Store.DeparturesAsync(query with { IncludePersons = true, Limit = MostEntries }, cancellationToken).ConfigureAwait(false);
        var people = page.Items.Where(entry => entry.Organisation is null).ToList();
        return new Page<DepartureEntry>([.. people.Skip(offset).Take(limit)], people.Count, offset);
    }

    /// <summary>How many of the organisations that match give each reason, most first.</summary>
    public async Task<IReadOnlyList<ReasonCount>> CountReasonsAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var query = QueryOf(arguments);
        if (arguments.Kind == KindGroup.Person)
            return [];
        if (arguments.Kind is not { Kinds: { Length: > 1 } kinds })
            return await knowledge.Store.CountReasonsAsync(query, cancellationToken).ConfigureAwait(false);

        var counts = new List<ReasonCount>();
        foreach (var kind in kinds)
            counts.AddRange(await knowledge.Store.CountReasonsAsync(query with { Kind = kind }, cancellationToken).ConfigureAwait(false));
        return
        [
            .. counts.GroupBy(count => count.Reason)
                .Select(same => new ReasonCount(same.Key, same.Sum(count => count.Organisations), same.Sum(count => count.Statements)))
                .OrderByDescending(count => count.Organisations)
                .ThenBy(count => count.Reason, StringComparer.Ordinal),
        ];
    }
}
