using FsCheck;
using FsCheck.Fluent;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Departures;
using QuitteXBot.Testing.Storage;

namespace QuitteXBot.Tests.Composition;

/// <summary>Over the real store: where everything recorded is dated and past, as of today is the same as now, filter by filter and page by page.</summary>
public sealed class AsOfTodayTests : FreshnessFixture
{
    /// <summary>The day of the clock that the bots are opened with, and of all sources.</summary>
    private const string Today = "2025-01-20";

    private const int Cases = 12;

    private static readonly string[] Questions =
    [
        "/qui", "/qui page:2", "/qui plateforme:mastodon", "/qui periode:2024", "/qui periode:2024-05..2024-07", "/qui raison:haine", "/qui type:association",
        "/qui type:personne", "/raisons", "/raisons type:association", "/source", "/quand port de kerlevan", "/ou port de kerlevan", "/chercher haine",
    ];

    private static readonly string[] Dates = ["2023", "2024", "2024-01", "2024-05", "2024-05-03", "2024-06-30", "2024-07-01"];

    [Fact]
    public void AskAsync_AsOfToday_AnswersAsNow() =>
        Prop.ForAll(Reports().ListOf(24).ToArbitrary(), reports => CompareAsync([.. reports]).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));

    private static Gen<DepartureReport> Reports() =>
        from subject in Gen.Choose(0, 13)
        from action in Gen.Frequency(
            (4, Gen.Constant(DepartureAction.Leaves)), (1, Gen.Elements(DepartureAction.Returns, DepartureAction.Stays, DepartureAction.Dormant)))
        from announced in Gen.Elements(Dates)
        from effective in Gen.Elements<string?>([null, .. Dates])
        from platform in Gen.Elements("mastodon", "bluesky")
        select Builders.Report("", subject == 12 ? null : Organisation(subject).Id, action, announced, effective) with
        {
            Person = subject == 12 ? "Une Voix" : null,
            PlatformsKept = [platform],
        };

    private static Core.Organisations.Organisation Organisation(int number) =>
        number == 13 ? Organisation(Kerlevan, "Port de Kerlevan") : Organisation($"association-{number}", $"Cercle {(char)('A' + number)}");

    private async Task CompareAsync(List<DepartureReport> reports)
    {
        await ApplyAsync(Records with
        {
            Organisations = [.. Enumerable.Range(0, 14).Where(number => number != 12).Select(Organisation)],
            Reports = [.. reports.Select((report, number) => report with { Id = $"r{number}" })],
        });
        foreach (var question in Questions)
        {
            var now = await AskAsync(question);
            var then = await AskAsync($"{question} au:{Today}");

            Assert.Equal(now.Outcome, then.Outcome);
            Assert.Equal(Texts(now), Texts(then));
            Assert.Equal(now.Departures.Select(view => view.Name), then.Departures.Select(view => view.Name));
            Assert.Equal(now.Statements.Select(quote => quote.Statement.Id), then.Statements.Select(quote => quote.Statement.Id));
        }
    }

    private static IEnumerable<string> Texts(Reply reply) => reply.Blocks.Select(block => block switch
    {
        TextBlock text => text.Text,
        FactBlock fact => $"{fact.Label} {fact.Value}",
        BarsBlock bars => string.Join(", ", bars.Bars),
        ListBlock list => string.Join(", ", list.Items),
        _ => "",
    });
}
