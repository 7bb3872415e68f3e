using QuitteXBot.Benchmarks.Generator;
using QuitteXBot.Benchmarks.Index;
using QuitteXBot.Benchmarks.Measuring;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Indexing;

namespace QuitteXBot.Benchmarks.Bot;

/// <summary>Asks the bot, kind of question by kind of question.</summary>
internal static class BotAskRun
{
    public const string Verb = "-bot-ask";

    private const int Asked = 1_000;

    private static readonly Asker Asker = new("benchmark", "one");

    public static async Task<int> RunAsync(string[] arguments)
    {
        await using var bot = await BotFolder.OpenAsync(arguments[0]);
        using var generation = bot.Generations.Acquire()!;
        var names = generation.Part(Reindexer.OpenNames);
        var organisations = new List<Organisation>();
        await foreach (var organisation in bot.Store.OrganisationsAsync(CancellationToken.None))
            organisations.Add(organisation);
        var random = new Random(1);
        var resolved = Enumerable.Range(0, Asked).Select(number => Typed(organisations[random.Next(organisations.Count)].Name, number, random)).ToList();
        await TimeAsync("resolve", resolved, name => Task.FromResult(names.Resolve(name)));
        var whys = Enumerable.Range(0, Asked).Select(_ => "/why " + organisations[random.Next(organisations.Count)].Id).ToList();
        await TimeAsync("/why", whys, question => bot.Assistant.AskAsync(question, Asker, null, CancellationToken.None));
        foreach (var (kind, queries) in QueryKinds.All(new StatementGenerator()))
        {
            if (kind is "one rare word" or "one common word" or "three words" or "three common words" or "phrase" or "typo")
                await TimeAsync("search, " + kind, queries, query => Task.FromResult(generation.Index.Search(query)));
        }

        await TimeAsync(
            "/search, answered in full",
            [.. QueryKinds.All(new StatementGenerator()).First(kind => kind.Kind == "three words").Queries.Select(query => "/search " + query.Text)],
            question => bot.Assistant.AskAsync(question, Asker, null, CancellationToken.None));
        Child.ReportMemory();
        return 0;
    }

    /// <summary>Once for the compiler, and once for the figures.</summary>
    private static async Task TimeAsync<TQuestion, TAnswer>(string kind, IReadOnlyList<TQuestion> questions, Func<TQuestion, Task<TAnswer>> ask)
    {
        foreach (var question in questions)
            await ask(question);
        var latencies = new Latencies();
        foreach (var question in questions)
        {
            var start = Clock.Now();
            await ask(question);
            latencies.Add(Clock.MillisecondsSince(start));
        }

        Child.Report(kind + "/p50", latencies.Percentile(0.5));
        Child.Report(kind + "/p99", latencies.Percentile(0.99));
    }

    /// <summary>A third as it is, a third in small letters without accents, a third with a letter left out.</summary>
    private static string Typed(string name, int number, Random random) => (number % 3) switch
    {
        0 => name,
        1 => Slug.Of(name).Replace('-', ' '),
        _ => name.Remove(random.Next(name.Length / 2, name.Length), 1),
    };
}
