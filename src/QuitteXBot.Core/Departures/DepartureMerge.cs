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
    public static ImmutableArray<Departure> Of(IReadOnlyList<DepartureReport> reports)
    {
        // Sorted by comparisons, not by keys: the runtime would compile a sort by our own structs anew in every cold process.
        var departures = reports.DistinctBy(report => report.Id).GroupBy(DepartureSubject.Of).SelectMany(Episodes).Select(Merge).ToList();
        departures.Sort(LatestFirst);
        return [.. departures];
    }

    private static List<List<DepartureReport>> Episodes(IEnumerable<DepartureReport> ofOneSubject)
    {
        var stays = new List<DepartureReport>();
        var undated = new List<DepartureReport>();
        var episodes = new List<List<DepartureReport>>();
        var inTime = ofOneSubject.ToList();
        inTime.Sort(EarliestFirst);
        foreach (var report in inTime)
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
        reports.Sort(BestFirst);
        ImmutableArray<DepartureReport> evidence = [.. reports];
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

    private static CitedFact<PartialDate>? BestDate(ImmutableArray<DepartureReport> evidence, Func<DepartureReport, PartialDate?> field)
    {
        CitedFact<PartialDate>? best = null;
        var mostReported = 0;
        foreach (var report in evidence)
        {
            if (field(report) is not { } date || best?.Value == date)
                continue;
            var reported = 0;
            foreach (var other in evidence)
                reported += field(other) == date ? 1 : 0;
            if (best is null || IsBetter(date, reported, best.Value, mostReported))
                (best, mostReported) = (new CitedFact<PartialDate>(date, report.Citation), reported);
        }

        return best;
    }

    private static bool IsBetter(PartialDate date, int reported, PartialDate best, int bestReported) =>
        Precision(date) != Precision(best) ? Precision(date) > Precision(best)
        : reported != bestReported ? reported > bestReported
        : date < best;

    private static int LatestFirst(Departure one, Departure other)
    {
        var byDate = (one.Date, other.Date) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            ({ } date, { } otherDate) => otherDate.CompareTo(date),
        };
        return First(
            byDate,
            string.CompareOrdinal(one.OrganisationId ?? "", other.OrganisationId ?? ""),
            string.CompareOrdinal(one.Person ?? "", other.Person ?? ""),
            string.CompareOrdinal(one.Evidence[0].Id, other.Evidence[0].Id));
    }

    private static int EarliestFirst(DepartureReport one, DepartureReport other) =>
        First(Moment(one).CompareTo(Moment(other)), Returns(one).CompareTo(Returns(other)), string.CompareOrdinal(one.Id, other.Id));

    private static int BestFirst(DepartureReport one, DepartureReport other)
    {
        var (date, otherDate) = (DateOf(one), DateOf(other));
        return First(
            (other.Citation.SourceId.Length > 0).CompareTo(one.Citation.SourceId.Length > 0),
            Precision(otherDate).CompareTo(Precision(date)),
            date is { } known && otherDate is { } otherKnown ? known.CompareTo(otherKnown) : 0,
            Published(one).CompareTo(Published(other)),
            string.CompareOrdinal(one.Id, other.Id));
    }

    private static DateOnly Published(DepartureReport report) => report.Citation.Published?.First ?? DateOnly.MaxValue;

    /// <summary>The first comparison that tells the two apart.</summary>
    private static int First(params ReadOnlySpan<int> comparisons)
    {
        foreach (var comparison in comparisons)
        {
            if (comparison != 0)
                return comparison;
        }

        return 0;
    }

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
