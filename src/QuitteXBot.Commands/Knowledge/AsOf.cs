using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Commands.Knowledge;

/// <summary>What was known on a day. A date that is less precise than a day counts when it is over: before, it may not have come.</summary>
internal static class AsOf
{
    public static bool IsBy(PartialDate? date, DateOnly day) => date?.Last <= day;

    public static bool IsSaid(CitedStatement cited, DateOnly day) => IsBy(cited.Statement.SaidOn ?? cited.Citation.Published, day);

    /// <summary>
    /// The reports that were known, without what they saw only later. A report is known from the earliest of its announcement, its observation and its
    /// publication; one that has none of them, from when it took effect. A later effect stays in it: it is planned.
    /// </summary>
    public static IReadOnlyList<DepartureReport> Reported(IEnumerable<DepartureReport> reports, DateOnly day) =>
    [
        .. reports.Where(report => Known(report) <= day).Select(report => report with
        {
            Announced = IsBy(report.Announced, day) ? report.Announced : null,
            Observed = IsBy(report.Observed, day) ? report.Observed : null,
        }),
    ];

    private static DateOnly? Known(DepartureReport report) =>
        new[] { report.Announced?.Last, report.Observed?.Last, report.Citation.Published?.Last }.Min() ?? report.Effective?.Last;
}
