using Microsoft.Extensions.Configuration;
using QuitteXBot.Commands;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Composition;
using QuitteXBot.Configuration;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Storage;
using QuitteXBot.Indexing;
using QuitteXBot.Testing;
using QuitteXBot.Testing.Searching;
using QuitteXBot.Testing.Storage;

namespace QuitteXBot.Tests.Composition;

/// <summary>A data folder with a few records and an index of them, and any number of bots that share it.</summary>
public abstract class FreshnessFixture : IAsyncLifetime
{
    private protected const string Kerlevan = "association-port-de-kerlevan";
    private protected const string Embruns = "association-atelier-des-embruns";

    private readonly TemporaryFolder temporary = new();
    private readonly List<Bot> bots = [];

    private protected Bot Bot { get; private set; } = null!;

    private protected ManualTimeProvider Clock { get; } = new();

    /// <summary>The configuration's <c>Moderation:Approvals</c>.</summary>
    private protected virtual int Approvals => 1;

    /// <summary>What the store is told next: whole, as the seeds are.</summary>
    private protected IngestBatch Records { get; set; } = new();

    public async Task InitializeAsync()
    {
        CopyConfiguration(Path.Combine(Repository.Root, "config"), temporary["config"]);
        Bot = await OpenAsync();
        await RecordAsync("a", "Les marins n’en veulent plus. Trop de haine.", Organisation(Kerlevan, "Port de Kerlevan"), "Trop de haine.");
        Assert.True((await Bot.Reindexer.IndexAsync(new Progress<ReindexProgress>(), default)).IsSuccess);
    }

    public async Task DisposeAsync()
    {
        foreach (var bot in bots)
            await bot.DisposeAsync();
        temporary.Dispose();
    }

    /// <summary>One more bot, as another process would open it.</summary>
    private protected async Task<Bot> OpenAsync()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Paths:Data"] = temporary["data"],
            ["Paths:Seeds"] = temporary["seeds"],
            ["Paths:Config"] = temporary["config"],
            ["Moderation:Approvals"] = Approvals.ToString(System.Globalization.CultureInfo.InvariantCulture),
        }).Build();
        var options = BotOptions.Read(new ConfigurationTree(configuration)).Options!;
        var bot = await Bot.OpenAsync(options, Clock, default);
        Assert.True(bot.IsSuccess, bot.Error?.ToString());
        bots.Add(bot.Value);
        return bot.Value;
    }

    private protected static Organisation Organisation(string id, string name) => Builders.Organisation(id, OrganisationKind.Association, name);

    private protected Task RecordAsync(string source, string text, Organisation organisation, params string[] quotes)
    {
        var document = Builders.Source(source, text);
        var statements = quotes.Select(quote => Builders.Statement(document, quote, organisation.Id));
        return ApplyAsync(Records with
        {
            Sources = [.. Records.Sources.Where(one => one.Id != source), document],
            Organisations = [.. Records.Organisations.Where(one => one.Id != organisation.Id), organisation],
            Statements = [.. Records.Statements.Where(one => one.Quote.SourceId != source), .. statements],
        });
    }

    private protected async Task ApplyAsync(IngestBatch records)
    {
        Records = records;
        await Bot.Store.ApplyAsync(records, "console:local", default);
    }

    private protected Task<Reply> AskAsync(string question, Bot? bot = null) =>
        (bot ?? Bot).Assistant.AskAsync(question, new Asker("console", "local", Permission.Community), Language.French, default);

    private protected async Task<IReadOnlyList<string>> QuotesAsync(string question, Bot? bot = null) =>
        [.. (await AskAsync(question, bot)).Statements.Select(quote => quote.Text)];

    /// <summary>The shipped one without its communes and intercommunalities, which take a second to index.</summary>
    private static void CopyConfiguration(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (Path.GetFileName(file) is "communes.csv" or "epci.csv")
                File.WriteAllLines(target, File.ReadLines(file).Take(1));
            else
                File.Copy(file, target);
        }
    }
}
