using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;
using Xunit;
using static QuitteXBot.Testing.Storage.Builders;

namespace QuitteXBot.Testing.Storage;

/// <summary>Reports of departures, the departures that they make, and the reasons counted over them.</summary>
public abstract class StoreDepartureContract(IStoreHarness harness) : StoreContract(harness)
{
    [Fact]
    public async Task ReportsAsync_EveryField_ComesBack()
    {
        var source = Source("a", "un texte");
        var report = Report("d1", "x", DepartureAction.Deletes, "2025-01", "2025-01-20") with
        {
            Observed = Date("2025"),
            PlatformsKept = ["facebook", "threads"],
            PlatformsJoined = ["bluesky"],
            Accounts = ["@compte", "@autre"],
            Note = "sans y avoir été active",
            Citation = new Citation("a", "La Gazette", "Titre", Date("2025-01-20"), null, 3, 8, "un ", ""),
        };

        await ApplyAsync(Batch((source, [])) with { Organisations = [Organisation("x")], Reports = [report] });

        AssertSame(report, Assert.Single(await Store.ReportsAsync("x", default)));
    }

    [Fact]
    public async Task ReportsAsync_APersonOfTheOrganisation_IsNotAmongThem()
    {
        await ApplyReportsAsync(Report("d1", "x"), Report("d2", "x") with { Person = "Une Personne" });

        Assert.Equal("d1", Assert.Single(await Store.ReportsAsync("x", default)).Id);
    }

    [Fact]
    public async Task DeparturesAsync_SeveralReportsOfOne_MakeOneEntry()
    {
        await ApplyReportsAsync(
            Report("d1", "x", announced: "2025"), Report("d2", "x", announced: "2025-01-18"), Report("d3", "x", effective: "2025-01-20"));

        var entry = Assert.Single((await Store.DeparturesAsync(new DepartureQuery(), default)).Items);

        Assert.Equal("x", entry.Organisation!.Id);
        Assert.Equal(Date("2025-01-18"), entry.Departure.Announced!.Value);
        Assert.Equal("https://example.org/d2", entry.Departure.Announced.Citation.Url);
        Assert.Equal(3, entry.Departure.Evidence.Length);
    }

    [Fact]
    public async Task DeparturesAsync_SeveralOrganisations_ComeLatestFirstThenByName()
    {
        await ApplyAsync(new IngestBatch
        {
            Organisations = [Organisation("a", name: "Zut"), Organisation("b", name: "Écully"), Organisation("c", name: "Arles"), Organisation("d", name: "Brest")],
            Reports =
            [
                Report("1", "a", announced: "2025-01-20"), Report("2", "b", announced: "2025-01-20"), Report("3", "c"), Report("4", "d", announced: "2025-02"),
            ],
        });

        Assert.Equal(["d", "b", "a", "c"], await WhoAsync(new DepartureQuery()));
    }

    [Fact]
    public async Task DeparturesAsync_EachCondition_KeepsOnlyWhatMatches()
    {
        var source = Source("s", "ils disent « un » et « deux » et « trois »");
        var batch = Batch((source,
        [
            Statement(source, "un", "city") with { Reasons = ["hate", "privacy"] },
            Statement(source, "deux", "press") with { Reasons = ["values"], Topic = StatementTopic.Next },
            Statement(source, "trois", "press") with { Reasons = ["privacy"], Status = StatementStatus.Draft },
        ]));
        await ApplyAsync(batch with
        {
            Organisations =
            [
                Organisation("city", OrganisationKind.Commune) with { DepartementCode = "33", RegionCode = "75" },
                Organisation("press", OrganisationKind.Media) with { Country = "DE" },
            ],
            Reports =
            [
                Report("1", "city", effective: "2025-01-20") with { PlatformsKept = ["facebook"] },
                Report("2", "press", announced: "2024-11") with { PlatformsJoined = ["bluesky"], PlatformsKept = ["bluesky"] },
            ],
        });

        Assert.Equal(["city", "press"], await WhoAsync(new DepartureQuery()));
        Assert.Equal(["press"], await WhoAsync(new DepartureQuery { Kind = OrganisationKind.Media }));
        Assert.Equal(["city"], await WhoAsync(new DepartureQuery { DepartementCode = "33" }));
        Assert.Equal(["city"], await WhoAsync(new DepartureQuery { RegionCode = "75" }));
        Assert.Equal(["press"], await WhoAsync(new DepartureQuery { Country = "DE" }));
        Assert.Equal(["press"], await WhoAsync(new DepartureQuery { Platform = "bluesky" }));
        Assert.Equal(["city"], await WhoAsync(new DepartureQuery { Platform = "facebook", Kind = OrganisationKind.Commune }));
        Assert.Equal(["city"], await WhoAsync(new DepartureQuery { Reason = "privacy" }));
        Assert.Empty(await WhoAsync(new DepartureQuery { Reason = "values" }));
        Assert.Equal(["city"], await WhoAsync(new DepartureQuery { From = new DateOnly(2024, 12, 1) }));
        Assert.Equal(["city", "press"], await WhoAsync(new DepartureQuery { From = new DateOnly(2024, 11, 30) }));
        Assert.Equal(["press"], await WhoAsync(new DepartureQuery { To = new DateOnly(2024, 11, 1) }));
        Assert.Empty(await WhoAsync(new DepartureQuery { To = new DateOnly(2024, 10, 31) }));
        var entry = Assert.Single((await Store.DeparturesAsync(new DepartureQuery { Platform = "facebook" }, default)).Items);
        Assert.Equal(1, entry.Statements);
    }

    [Fact]
    public async Task DeparturesAsync_UndatedAndAPeriod_IsLeftOut()
    {
        await ApplyReportsAsync(Report("1", "x"));

        Assert.Empty(await WhoAsync(new DepartureQuery { From = new DateOnly(2020, 1, 1) }));
    }

    [Fact]
    public async Task DeparturesAsync_People_OnlyWhenWanted()
    {
        await ApplyReportsAsync(
            Report("1", "x", announced: "2025"),
            Report("2", null, announced: "2025-03") with { Person = "Zoé Énard" },
            Report("3", null, announced: "2025-02") with { Person = "Zoe Enard" });

        Assert.Equal(["x"], await WhoAsync(new DepartureQuery()));
        var page = await Store.DeparturesAsync(new DepartureQuery { IncludePersons = true }, default);
        Assert.Equal(2, page.Total);
        Assert.Null(page.Items[0].Organisation);
        Assert.Equal(2, page.Items[0].Departure.Evidence.Length);
        Assert.Equal(["x"], await WhoAsync(new DepartureQuery { IncludePersons = true, Kind = OrganisationKind.Departement }));
    }

    [Fact]
    public async Task DeparturesAsync_StayedOrCameBack_IsToldAsSuch()
    {
        await ApplyReportsAsync(
            Report("1", "stays", DepartureAction.Stays, "2025-01"),
            Report("2", "back", announced: "2025-01"),
            Report("3", "back", DepartureAction.Returns, "2025-06"));

        var entry = Assert.Single((await Store.DeparturesAsync(new DepartureQuery(), default)).Items);

        Assert.Equal(("back", DepartureAction.Returns), (entry.Organisation!.Id, entry.Departure.Action));
    }

    [Fact]
    public async Task DeparturesAsync_Pages_CoverAllOnce()
    {
        var reports = Enumerable.Range(0, 7).Select(index => Report($"d{index}", $"o{index}", announced: "2025")).ToArray();
        await ApplyReportsAsync(reports);

        var seen = new List<string>();
        for (var offset = 0; offset < 7; offset += 3)
        {
            var page = await Store.DeparturesAsync(new DepartureQuery { Offset = offset, Limit = 3 }, default);
            Assert.Equal((7, offset), (page.Total, page.Offset));
            seen.AddRange(page.Items.Select(entry => entry.Organisation!.Id));
        }

        Assert.Equal(["o0", "o1", "o2", "o3", "o4", "o5", "o6"], seen);
    }

    [Fact]
    public async Task CountReasonsAsync_PublishedWhyStatements_AreCountedByOrganisation()
    {
        var source = Source("s", "un deux trois quatre cinq six");
        var heading = Statement(source, "six", "a") with { Reasons = ["other"] };
        heading = heading with { Quote = heading.Quote with { Heading = true } };
        var batch = Batch((source,
        [
            Statement(source, "un", "a") with { Reasons = ["hate", "values"] },
            Statement(source, "deux", "a") with { Reasons = ["hate"] },
            Statement(source, "trois", "b") with { Reasons = ["values"] },
            Statement(source, "quatre", "b") with { Reasons = ["privacy"], Topic = StatementTopic.Next },
            Statement(source, "cinq", null) with { Reasons = ["privacy"] },
            heading,
        ]));
        await ApplyAsync(batch with
        {
            Organisations = [Organisation("a", OrganisationKind.Media), Organisation("b", OrganisationKind.Commune)],
            Reports = [Report("1", "a", effective: "2025-01-20") with { PlatformsJoined = ["bluesky"] }],
        });

        Assert.Equal([new ReasonCount("values", 2, 2), new ReasonCount("hate", 1, 2)], await Store.CountReasonsAsync(new DepartureQuery(), default));
        Assert.Equal([new ReasonCount("values", 1, 1)], await Store.CountReasonsAsync(new DepartureQuery { Kind = OrganisationKind.Commune }, default));
        Assert.Equal(
            [new ReasonCount("hate", 1, 2), new ReasonCount("values", 1, 1)],
            await Store.CountReasonsAsync(new DepartureQuery { Platform = "bluesky", From = new DateOnly(2025, 1, 1), Reason = "hate" }, default));
        Assert.Empty(await Store.CountReasonsAsync(new DepartureQuery { Platform = "mastodon" }, default));
    }

    private Task<IngestReport> ApplyReportsAsync(params DepartureReport[] reports) => ApplyAsync(new IngestBatch
    {
        Organisations = [.. reports.Select(report => report.OrganisationId).OfType<string>().Distinct().Select(id => Organisation(id))],
        Reports = [.. reports],
    });

    private async Task<IReadOnlyList<string>> WhoAsync(DepartureQuery query)
    {
        var page = await Store.DeparturesAsync(query, default);
        Assert.Equal(page.Items.Length, page.Total);
        return [.. page.Items.Select(entry => entry.Organisation!.Id)];
    }

    private static void AssertSame(DepartureReport expected, DepartureReport actual)
    {
        Assert.Equal(expected.PlatformsKept.AsEnumerable(), actual.PlatformsKept.AsEnumerable());
        Assert.Equal(expected.PlatformsJoined.AsEnumerable(), actual.PlatformsJoined.AsEnumerable());
        Assert.Equal(expected.Accounts.AsEnumerable(), actual.Accounts.AsEnumerable());
        Assert.Equal(
            expected with { PlatformsKept = [], PlatformsJoined = [], Accounts = [] }, actual with { PlatformsKept = [], PlatformsJoined = [], Accounts = [] });
    }
}
