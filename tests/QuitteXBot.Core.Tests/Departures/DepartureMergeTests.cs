using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Core.Departures;
using static QuitteXBot.Testing.Storage.Builders;

namespace QuitteXBot.Core.Tests.Departures;

public sealed class DepartureMergeTests
{
    [Fact]
    public void Of_NoReports_IsEmpty() => Assert.Empty(DepartureMerge.Of([]));

    [Fact]
    public void Of_OneReport_SaysWhatItSays()
    {
        var report = Report("d", "o", DepartureAction.Deletes, "2025-01-18", "2025-01-20") with
        {
            Observed = Date("2025-02"),
            PlatformsKept = ["facebook"],
            PlatformsJoined = ["bluesky"],
        };

        var departure = Assert.Single(DepartureMerge.Of([report]));

        Assert.Equal(("o", null, DepartureAction.Deletes), (departure.OrganisationId, departure.Person, departure.Action));
        Assert.Equal(Date("2025-01-18"), departure.Announced?.Value);
        Assert.Equal(Date("2025-01-20"), departure.Effective?.Value);
        Assert.Equal(Date("2025-02"), departure.Observed?.Value);
        Assert.Equal(new CitedFact<string>("facebook", report.Citation), Assert.Single(departure.PlatformsKept));
        Assert.Equal(new CitedFact<string>("bluesky", report.Citation), Assert.Single(departure.PlatformsJoined));
        Assert.Equal([report], departure.Evidence.AsEnumerable());
    }

    [Theory]
    [InlineData("2025-01-20", "2025 2025 2025-01-20")]
    [InlineData("2025-01", "2025-01 2025 2025")]
    [InlineData("2025-01-20", "2025-01-18 2025-01-20 2025-01-20")]
    [InlineData("2025-01-18", "2025-01-20 2025-01-18")]
    [InlineData("2023-08", "2023-08 2023")]
    public void Of_SeveralDates_TakesTheMostPreciseThenTheMostReportedThenTheEarliest(string expected, string dates)
    {
        var reports = dates.Split(' ').Select((date, index) => Report($"d{index}", "o", announced: date)).ToList();

        var announced = Assert.Single(DepartureMerge.Of(reports)).Announced;

        Assert.Equal(expected, announced?.Value.ToString());
        Assert.Equal(expected, reports.Find(report => report.Citation == announced?.Citation)?.Announced.ToString());
    }

    [Fact]
    public void Of_HeldAndDistantEvidence_PutsTheHeldFirst()
    {
        var distant = Report("a", "o", DepartureAction.Deletes, effective: "2025-01-20");
        var held = Report("b", "o", DepartureAction.Dormant, announced: "2025");
        held = held with { Citation = held.Citation with { SourceId = "article" } };
        var vague = Report("c", "o", DepartureAction.Leaves);

        var departure = Assert.Single(DepartureMerge.Of([vague, distant, held]));

        Assert.Equal(["b", "a", "c"], departure.Evidence.Select(report => report.Id));
        Assert.Equal(DepartureAction.Dormant, departure.Action);
    }

    [Fact]
    public void Of_Platforms_AreUnitedEachWithTheBestReportThatTellsIt()
    {
        var best = Report("a", "o", effective: "2025-01-20") with { PlatformsKept = ["facebook", "threads"] };
        var other = Report("b", "o", effective: "2025-01") with { PlatformsKept = ["instagram", "facebook"] };

        var departure = Assert.Single(DepartureMerge.Of([other, best]));

        Assert.Equal(
            [new("facebook", best.Citation), new("threads", best.Citation), new CitedFact<string>("instagram", other.Citation)],
            departure.PlatformsKept.AsEnumerable());
    }

    [Fact]
    public void Of_AReturn_IsAnEntryOfItsOwnAndEndsTheDeparture()
    {
        DepartureReport[] reports =
        [
            Report("a", "o", announced: "2023-10"),
            Report("b", "o", DepartureAction.Returns, effective: "2024-03-01"),
            Report("c", "o", DepartureAction.Deletes, effective: "2025-01-20"),
            Report("d", "o", effective: "2023-11-17"),
            Report("e", "o"),
        ];

        var departures = DepartureMerge.Of(reports);

        Assert.Equal(["c", "b", "d a e"], departures.Select(departure => string.Join(' ', departure.Evidence.Select(report => report.Id))));
        Assert.Equal([DepartureAction.Deletes, DepartureAction.Returns, DepartureAction.Leaves], departures.Select(departure => departure.Action));
        Assert.Equal("2023-10", departures[2].Announced?.Value.ToString());
    }

    [Fact]
    public void Of_AReturnSometimeInAYear_ComesAfterTheDeparturesOfThatYear()
    {
        var departures = DepartureMerge.Of(
            [Report("a", "o", DepartureAction.Returns, effective: "2024"), Report("b", "o", effective: "2024-01-20"), Report("c", "o", announced: "2024-05")]);

        Assert.Equal([1, 2], departures.Select(departure => departure.Evidence.Length).Order());
    }

    [Fact]
    public void Of_Staying_DoesNotSplitADeparture()
    {
        var departures = DepartureMerge.Of(
            [Report("a", "o", announced: "2025-01-10"), Report("b", "o", DepartureAction.Stays, announced: "2025-01-15"), Report("c", "o", effective: "2025-01-20")]);

        Assert.Equal([DepartureAction.Leaves, DepartureAction.Stays], departures.Select(departure => departure.Action));
        Assert.Equal(2, departures[0].Evidence.Length);
    }

    [Fact]
    public void Of_SeveralSubjects_AreKeptApartLatestFirst()
    {
        DepartureReport[] reports =
        [
            Report("a", "o", announced: "2024"),
            Report("b", "p"),
            Report("c", "o", announced: "2025") with { Person = "Zoé Énard" },
            Report("d", null, announced: "2025-02") with { Person = "Zoe Enard" },
        ];

        var departures = DepartureMerge.Of(reports);

        Assert.Equal([(null, "Zoe Enard"), ("o", null), ("p", null)], departures.Select(departure => (departure.OrganisationId, departure.Person)));
    }

    [Fact]
    public void Of_TheSameReportTwice_CountsItOnce() =>
        Assert.Single(Assert.Single(DepartureMerge.Of([Report("a", "o"), Report("a", "o")])).Evidence);

    [Fact]
    public void Of_NobodyLeaves_IsABugOfTheCaller() => Assert.Throws<ArgumentException>(() => DepartureMerge.Of([Report("a", null)]));

    [Fact]
    public void Of_AnyReportsInAnyOrder_GivesTheSameAndLosesNone() =>
        Prop.ForAll(Reports.ToArbitrary(), reports =>
        {
            var merged = Describe(reports);
            return merged == Describe([.. reports.Reverse()])
                && merged == Describe([.. reports.OrderBy(report => report.Citation.Url![^1])])
                && DepartureMerge.Of(reports).Sum(departure => departure.Evidence.Length) == reports.Length;
        }).QuickCheckThrowOnFailure();

    private static readonly Gen<DepartureReport[]> Reports = Gen
        .Choose(0, 9999).ArrayOf()
        .Select(seeds => seeds.Select((seed, index) =>
        {
            string?[] dates = [null, "2023", "2024", "2024-05", "2024-05-06", "2024-05-07", "2025-01-20"];
            string[] platforms = ["facebook", "bluesky", "threads"];
            var report = Report($"d{index}", seed % 2 == 0 ? "o" : "p", (DepartureAction)(seed / 2 % 6), dates[seed / 12 % 7], dates[seed / 84 % 7]);
            return report with
            {
                PlatformsKept = [platforms[seed / 588 % 3], platforms[seed / 1764 % 3]],
                Citation = report.Citation with { SourceId = seed % 5 == 0 ? "held" : "" },
            };
        }).ToArray());

    private static string Describe(IReadOnlyList<DepartureReport> reports) => string.Join('\n', DepartureMerge.Of(reports).Select(departure =>
        string.Join(' ', departure.OrganisationId, departure.Action, departure.Announced, departure.Effective, departure.Date)
        + string.Join(' ', departure.PlatformsKept) + string.Join(' ', departure.Evidence.Select(report => report.Id))));
}
