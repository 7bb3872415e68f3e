using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Rendering;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Commands.Tests.Fakes;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Commands.Tests;

/// <summary>Answers as of a day: in the small world the article is of 20 January 2025, and "today" is 1 June 2025.</summary>
public sealed class AsOfTests
{
    private readonly World world = new();

    public static TheoryData<string, string> Commands => new()
    {
        { "/pourquoi brenne", "/why brenne" },
        { "/ou brenne", "/where brenne" },
        { "/quand brenne", "/when brenne" },
        { "/qui type:département", "/who kind:departement" },
        { "/raisons", "/reasons" },
        { "/raisons brenne", "/reasons brenne" },
        { "/comparer brenne et val-doré", "/compare brenne vs val-doré" },
        { "/chercher théories du complot", "/search théories du complot" },
        { "/citation théories du complot", "/quote théories du complot" },
        { "/source", "/source" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task AskAsync_OnTheDayAndAfter_AnswersAsNowAndSaysTheDay(string french, string english)
    {
        var inFrench = await world.AskAsync($"{french} au:2025-01-20", Language.French);
        var inEnglish = await world.AskAsync($"{english} --as-of 2025-01-20", Language.English);

        Assert.Equal(Outcome.Answered, inFrench.Outcome);
        Assert.EndsWith("(au 20 janvier 2025)", inFrench.Title, StringComparison.Ordinal);
        Assert.Equal(Outcome.Answered, inEnglish.Outcome);
        Assert.EndsWith("(as of 20 January 2025)", inEnglish.Title, StringComparison.Ordinal);
        var now = await world.AskAsync(french, Language.French);
        Assert.Equal(now.Statements.Select(quote => quote.Statement.Id), inFrench.Statements.Select(quote => quote.Statement.Id));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task AskAsync_TheDayBefore_KnowsNothingOfIt(string french, string english)
    {
        foreach (var (question, language) in new[] { ($"{french} le:2025-01-19", Language.French), ($"{english} as-of:2025-01-19", Language.English) })
        {
            var reply = await world.AskAsync(question, language);

            Assert.Equal(Outcome.NoStatement, reply.Outcome);
            Assert.Empty(reply.Statements);
            Assert.Empty(reply.Departures);
            Assert.DoesNotContain(reply.Blocks, block => block is QuoteBlock or FactBlock or BarsBlock);
            Assert.Contains(language == Language.French ? "au 19 janvier 2025" : "as of 19 January 2025", reply.Title, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/why brenne --as-of 2025-01-20", "2025-01-20")]
    [InlineData("/why --as-of 2025-01-20 brenne", "2025-01-20")]
    [InlineData("/why brenne as-of=2025-01-20", "2025-01-20")]
    [InlineData("/why brenne --asof \"20 January 2025\"", "2025-01-20")]
    [InlineData("/pourquoi brenne au:20/01/2025", "2025-01-20")]
    [InlineData("/pourquoi brenne au:20 janvier 2025", "2025-01-20")]
    [InlineData("/pourquoi au:1er mars 2025 brenne", "2025-03-01")]
    [InlineData("/pourquoi brenne au:janvier 2025", "2025-01-31")]
    [InlineData("/pourquoi brenne au:2025-02", "2025-02-28")]
    [InlineData("/pourquoi brenne au:2024", "2024-12-31")]
    [InlineData("/pourquoi brenne au:2025-06-01", "2025-06-01")]
    [InlineData("/pourquoi brenne au:juin 2025", "2025-06-01")]
    [InlineData("/pourquoi brenne au:2025", "2025-06-01")]
    public async Task AskAsync_EachFormOfADay_IsRead(string question, string day)
    {
        var reply = await world.AskAsync(question);

        Assert.Equal(World.Brenne, reply.Organisation?.Id);
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), reply.AsOf);
    }

    [Theory]
    [InlineData("/pourquoi brenne au:2025-06-02")]
    [InlineData("/pourquoi brenne au:2026")]
    [InlineData("/pourquoi brenne au:2025-02-30")]
    [InlineData("/pourquoi brenne au:2024..2025")]
    [InlineData("/pourquoi brenne au:depuis 2024")]
    [InlineData("/pourquoi brenne au:hier peut-être")]
    [InlineData("/why brenne --as-of 99999-01-01")]
    [InlineData("/why brenne --as-of '; DROP TABLE statements; --")]
    public async Task AskAsync_ADayToComeOrNone_IsInvalid(string question)
    {
        var reply = await world.AskAsync(question, Language.French);

        Assert.Equal(Outcome.Invalid, reply.Outcome);
        Assert.Contains("2025-01-20", Assert.IsType<TextBlock>(Assert.Single(reply.Blocks)).Text, StringComparison.Ordinal);
        Assert.Empty(reply.Statements);
    }

    [Fact]
    public async Task AskAsync_AStatementWithoutItsOwnDay_CountsFromItsSourcesPublication()
    {
        Redate(world.Why, saidOn: null, published: "2025-02-03");

        Assert.Empty((await world.AskAsync("/pourquoi brenne au:2025-02-02")).Statements);
        Assert.Single((await world.AskAsync("/pourquoi brenne au:2025-02-03")).Statements);
    }

    [Fact]
    public async Task AskAsync_AStatementWithoutAnyDay_IsLeftOut()
    {
        Redate(world.Why, saidOn: null, published: null);

        Assert.Single((await world.AskAsync("/pourquoi brenne")).Statements);
        Assert.Empty((await world.AskAsync("/pourquoi brenne au:2025-05-31")).Statements);
    }

    [Fact]
    public async Task AskAsync_AStatementOfSomeDayOfAMonth_CountsWhenTheMonthIsOver()
    {
        Redate(world.Why, saidOn: "2025-03", published: "2025-05-01");

        Assert.Empty((await world.AskAsync("/pourquoi brenne au:2025-03-30")).Statements);
        Assert.Single((await world.AskAsync("/pourquoi brenne au:2025-03-31")).Statements);
    }

    [Fact]
    public async Task AskAsync_AnEffectStillToCome_IsPlanned()
    {
        Report(World.Brenne, DepartureAction.Leaves, announced: "2025-01-20", effective: "2025-03-01");

        var before = await world.AskAsync("/quand brenne au:2025-02-01");
        var english = await world.AskAsync("/who kind:departement as-of:2025-02-01", Language.English);
        var after = await world.AskAsync("/quand brenne au:2025-03-01");

        Assert.Contains(before.Blocks.OfType<FactBlock>(), fact => fact is { Label: "Prise d’effet prévue", Value: "1er mars 2025" });
        Assert.Contains("planned: 1 March 2025", PlainTextRenderer.Render(english), StringComparison.Ordinal);
        Assert.Contains(after.Blocks.OfType<FactBlock>(), fact => fact is { Label: "Prise d’effet", Value: "1er mars 2025" });
    }

    [Fact]
    public async Task AskAsync_ALaterReturn_DoesNotShow()
    {
        Report(World.Brenne, DepartureAction.Returns, announced: "2025-04-10");

        var before = await world.AskAsync("/quand brenne au:2025-04-09");
        var after = await world.AskAsync("/quand brenne au:2025-04-10");
        var listedBefore = await world.AskAsync("/qui type:département au:2025-04-09");
        var listedAfter = await world.AskAsync("/qui type:département");

        Assert.Equal([DepartureAction.Leaves], before.Departures.Select(view => view.Departure.Action));
        Assert.Equal([DepartureAction.Returns, DepartureAction.Leaves], after.Departures.Select(view => view.Departure.Action));
        Assert.Equal(DepartureAction.Leaves, Assert.Single(listedBefore.Departures).Departure.Action);
        Assert.Equal(DepartureAction.Returns, Assert.Single(listedAfter.Departures).Departure.Action);
    }

    [Fact]
    public async Task AskAsync_WhatAReportSawLater_DoesNotShow()
    {
        var report = Report(World.Duchy, DepartureAction.Leaves, announced: "2025-01-05");
        world.Store.Reports[^1] = report with { Observed = World.Day("2025-03-09"), Citation = report.Citation with { Published = World.Day("2025-03-10") } };

        var reply = await world.AskAsync("/quand ville de duché au:2025-01-06");

        Assert.Equal(["Annonce"], reply.Blocks.OfType<FactBlock>().Select(fact => fact.Label));
    }

    [Fact]
    public async Task AskAsync_AReportWithoutAnnouncementOrObservation_IsKnownFromItsPublication()
    {
        var report = Report(World.Duchy, DepartureAction.Leaves, announced: null, effective: "2025-01-05");
        world.Store.Reports[^1] = report with { Citation = report.Citation with { Published = World.Day("2025-02-10") } };

        Assert.Empty((await world.AskAsync("/quand ville de duché au:2025-02-09")).Departures);
        Assert.Single((await world.AskAsync("/quand ville de duché au:2025-02-10")).Departures);
    }

    [Fact]
    public async Task AskAsync_ReasonsOfAll_AreCountedAsOfTheDay()
    {
        Redate(world.Truncated, saidOn: "2025-03-01", published: "2025-03-01");

        var before = await world.AskAsync("/raisons au:2025-02-28");
        var after = await world.AskAsync("/raisons au:2025-03-01");

        Assert.Equal([("complotisme", 1), ("discours de haine", 1)], Bars(before).Order());
        Assert.Equal([("complotisme", 1), ("discours de haine", 2), ("polarisation du débat", 1)], Bars(after).Order());
    }

    [Fact]
    public async Task AskAsync_WhoWithFilters_AsksWhatWasKnownThen()
    {
        var then = await world.AskAsync("/qui plateforme:facebook raison:haine periode:2025-01 au:2025-02-01");

        Assert.Equal([World.Brenne], then.Departures.Select(view => view.Organisation?.Id));
        Assert.Equal(Outcome.NoStatement, (await world.AskAsync("/qui plateforme:facebook au:2025-01-19")).Outcome);
        Assert.Equal(["Ana Petit"], (await world.AskAsync("/qui type:personne au:2025-01-20")).Departures.Select(view => view.Name));
    }

    [Fact]
    public async Task AskAsync_ASearch_FindsStatementsAndParagraphsOfThatDayByPages()
    {
        world.Store.Sources[0] = world.Store.Sources[0] with { Published = World.Day("2025-01-25") };
        Redate(world.Truncated, saidOn: "2025-02-01", published: "2025-01-25");

        var statements = await world.AskAsync("/chercher division au:2025-01-31");
        var before = await world.AskAsync("/chercher complot au:2025-01-24");
        var after = await world.AskAsync("/chercher complot au:2025-01-25");

        Assert.DoesNotContain(statements.Statements, quote => quote.Statement.Id == world.Truncated.Id);
        Assert.Single(before.Blocks.OfType<QuoteBlock>());
        Assert.Equal(2, after.Blocks.OfType<QuoteBlock>().Count());
    }

    [Fact]
    public async Task AskAsync_ASourceOrAQuoteOfALaterDay_IsNotShown()
    {
        Assert.Equal(Outcome.Answered, (await world.AskAsync($"/source {World.SourceId} au:2025-01-20")).Outcome);
        Assert.Equal(Outcome.Invalid, (await world.AskAsync($"/source {World.SourceId} au:2025-01-19")).Outcome);
        Assert.Equal(Outcome.Answered, (await world.AskAsync($"/citation {world.Why.Id} au:2025-01-20")).Outcome);
        Assert.Equal(Outcome.NoStatement, (await world.AskAsync($"/citation {world.Why.Id} au:2025-01-19")).Outcome);
    }

    [Fact]
    public async Task ExecuteAsync_EachFollowUp_AsksAsOfTheSameDay()
    {
        for (var number = 0; number < 25; number++)
            world.Store.Sources.Add(new Source { Id = $"s{number}", Text = "", Outlet = "La Gazette", Published = World.Day("2025-01-02") });
        var first = await world.AskAsync("/source au:2025-01-20");
        var next = Assert.Single(first.Actions, action => action.Kind == ReplyActionKind.NextPage);
        var second = await world.Assistant.ExecuteAsync(new CommandRequest(next.Command, next.Options, World.Asker(), Language.French), CancellationToken.None);
        var ambiguous = await world.AskAsync("/pourquoi duché au:2025-01-20");
        var why = await world.AskAsync("/pourquoi brenne au:2025-01-20");

        Assert.Equal(new DateOnly(2025, 1, 20), second.AsOf);
        Assert.Contains("au 20 janvier 2025", second.Title, StringComparison.Ordinal);
        Assert.All(ambiguous.Actions.Concat(why.Actions), action => Assert.Equal("2025-01-20", action.Options["as-of"]));
        Assert.DoesNotContain("au 20 janvier", ambiguous.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_AnAnswerAsOfADay_TellsTheDay()
    {
        Assert.Contains("\"asOf\":\"2025-01-20\"", ReplyJson.Write(await world.AskAsync("/pourquoi brenne au:2025-01-20")), StringComparison.Ordinal);
        Assert.DoesNotContain("asOf", ReplyJson.Write(await world.AskAsync("/pourquoi brenne")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/chercher grand-est: la région")]
    [InlineData("/pourquoi val-doré: pourquoi")]
    public async Task AskAsync_AHyphenatedNameBeforeAColon_IsNoOption(string question)
    {
        var reply = await world.AskAsync(question, Language.French);

        Assert.NotEqual(Texts.In(Language.French)[TextKeys.UnknownOption], reply.Title);
    }

    private static IEnumerable<(string, int)> Bars(Reply reply) =>
        reply.Blocks.OfType<BarsBlock>().SelectMany(block => block.Bars).Select(bar => (bar.Label, bar.Value));

    private void Redate(Statement statement, string? saidOn, string? published)
    {
        var index = world.Store.Statements.FindIndex(cited => cited.Statement.Id == statement.Id);
        var cited = world.Store.Statements[index];
        world.Store.Statements[index] = new CitedStatement(
            cited.Statement with { SaidOn = saidOn is null ? null : World.Day(saidOn) },
            cited.Citation with { Published = published is null ? null : World.Day(published) });
    }

    private DepartureReport Report(string organisation, DepartureAction action, string? announced, string? effective = null)
    {
        var report = new DepartureReport
        {
            Id = $"d-{action}-{organisation}",
            OrganisationId = organisation,
            Action = action,
            Announced = announced is null ? null : World.Day(announced),
            Effective = effective is null ? null : World.Day(effective),
            Citation = new Citation("", "La Gazette", null, null, "https://presse.exemple/z"),
        };
        world.Store.Reports.Add(report);
        return report;
    }
}
