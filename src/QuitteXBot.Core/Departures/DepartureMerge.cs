using System.Collections.Immutable;
using QuitteXBot.Core.Dates;

namespace QuitteXBot.Core.Departures;

/// <summary>Puts together what several reports tell of one departure. The order of the reports does not matter.</summary>
public static class DepartureMerge
{
    /// <summary>
    /// The departures, latest first, those without a date last. All reports that an organisation (or person) leaves make one departure, until a dated
    /// report says that they came back: what comes after is another one. Returning and staying are entries of their own.
    /// </summary>
    public static ImmutableArray<Departure> Of(IReadOnlyList<DepartureReport> reports) =>
    [
        .. reports
            .DistinctBy(report => report.Id)
            .GroupBy(DepartureSubject.Of)
            .SelectMany(Episodes)
            .Select(Merge)
            .OrderBy(departure => departure.Date is null)
            .ThenByDescending(departure => departure.Date)
            .ThenBy(departure => departure.OrganisationId ?? "", StringComparer.Ordinal)
            .ThenBy(departure => departure.Person ?? "", StringComparer.Ordinal)
            .ThenBy(departure => departure.Evidence[0].Id, StringComparer.Ordinal),
    ];

    private static List<List<DepartureReport>> Episodes(IEnumerable<DepartureReport> ofOneSubject)
    {
        var stays = new List<DepartureReport>();
        var undated = new List<DepartureReport>();
        var episodes = new List<List<DepartureReport>>();
        foreach (var report in ofOneSubject.OrderBy(Moment).ThenBy(Returns).ThenBy(report => report.Id, StringComparer.Ordinal))
        {
            if (report.Action == DepartureAction.Stays)
                stays.Add(report);
            else if (DateOf(report) is null)
                undated.Add(report);
            else if (episodes.Count > 0 && Returns(episodes[^1][0]) == Returns(report))
                episodes[^1].Add(report);
            else
                episodes.Add([report]);
        }

        foreach (var report in undated)
        {
            // Nothing says to which of several it belongs: the first is where most reports are.
            if (episodes.Find(episode => Returns(episode[0]) == Returns(report)) is { } episode)
                episode.Add(report);
            else
                episodes.Add([report]);
        }

        if (stays.Count > 0)
            episodes.Add(stays);
        return episodes;
    }

    private static bool Returns(DepartureReport report) => report.Action == DepartureAction.Returns;

    /// <summary>A return of "2025" may lie behind every departure of that year.</summary>
    private static DateOnly Moment(DepartureReport report) =>
        DateOf(report) is not { } date ? DateOnly.MaxValue
        : Returns(report) ? date.Last
        : date.First;

    private static Departure Merge(List<DepartureReport> reports)
    {
        ImmutableArray<DepartureReport> evidence =
        [
            .. reports
                .OrderByDescending(report => report.Citation.SourceId.Length > 0)
                .ThenByDescending(report => Precision(DateOf(report)))
                .ThenBy(DateOf)
                .ThenBy(report => report.Citation.Published?.First ?? DateOnly.MaxValue)
                .ThenBy(report => report.Id, StringComparer.Ordinal),
        ];
        return new Departure
        {
            OrganisationId = evidence[0].Person is null ? evidence[0].OrganisationId : null,
            Person = evidence[0].Person,
            Action = evidence[0].Action,
            Announced = BestDate(evidence, report => report.Announced),
            Effective = BestDate(evidence, report => report.Effective),
            Observed = BestDate(evidence, report => report.Observed),
            PlatformsKept = Union(evidence, report => report.PlatformsKept),
            PlatformsJoined = Union(evidence, report => report.PlatformsJoined),
            Evidence = evidence,
        };
    }

    private static CitedFact<PartialDate>? BestDate(ImmutableArray<DepartureReport> evidence, Func<DepartureReport, PartialDate?> field) =>
        evidence
            .Where(report => field(report) is not null)
            .GroupBy(report => field(report)!.Value)
            .OrderByDescending(same => Precision(same.Key))
            .ThenByDescending(same => same.Count())
            .ThenBy(same => same.Key)
            .Select(same => new CitedFact<PartialDate>(same.Key, same.First().Citation))
            .FirstOrDefault();

    private static ImmutableArray<CitedFact<string>> Union(
        ImmutableArray<DepartureReport> evidence, Func<DepartureReport, ImmutableArray<string>> platforms) =>
    [
        .. evidence
            .SelectMany(report => platforms(report).Select(platform => new CitedFact<string>(platform, report.Citation)))
            .DistinctBy(fact => fact.Value),
    ];

    private static PartialDate? DateOf(DepartureReport report) => report.Effective ?? report.Announced ?? report.Observed;

    private static int Precision(PartialDate? date) => date switch
    {
        null => 0,
        { Month: null } => 1,
        { Day: null } => 2,
        _ => 3,
    };
}
