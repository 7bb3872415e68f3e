using System.Collections.Immutable;
using System.Text.Json.Nodes;
using QuitteXBot.Commands.Completion;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Core;
using QuitteXBot.Core.Platforms;
using QuitteXBot.Core.Reasons;
using QuitteXBot.Discord.Registration;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Discord.Tests.Registration;

/// <summary>The commands as the project defines them, with their fixed choices, against Discord's rules.</summary>
public sealed class CatalogueTests
{
    private const int Subcommand = 1;

    [Fact]
    public async Task Build_EveryCommandOfTheCatalogue_IsWithinDiscordsRules()
    {
        var commands = await BuildAsync();

        foreach (var command in commands)
            TestDiscordRules.CheckCommand(command);
        var paths = commands.Where(command => Number(command, "type") == 1).SelectMany(Paths).ToList();
        Assert.Equal(CommandCatalogue.All.Length, paths.Count);
        Assert.Equal(paths.Count, paths.Distinct().Count());
        Assert.Equal(4, commands.Count(command => Number(command, "type") != 1));
    }

    [Fact]
    public async Task Build_CommandOfTwoWords_IsASubcommandInBothLanguages()
    {
        var statement = Single(await BuildAsync(), "statement");

        Assert.Equal("declaration", Text(statement["name_localizations"]!, "fr"));
        var add = Options(statement).Single(option => Text(option, "name") == "add");
        Assert.Equal(Subcommand, Number(add, "type"));
        Assert.Equal("ajouter", Text(add["name_localizations"]!, "fr"));
        Assert.Equal("organisation", Text(Options(add).First(), "name"));
        Assert.True(Options(add).First()["autocomplete"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("source", "source", "add show")]
    [InlineData("review", "relecture", "accept edit reject show")]
    [InlineData("privacy", "confidentialite", "erase show")]
    public async Task Build_CommandThatIsAlsoAGroup_BecomesItsSubcommandShow(string name, string french, string members)
    {
        var group = Single(await BuildAsync(), name);

        Assert.Equal(french, Text(group["name_localizations"]!, "fr"));
        Assert.Subset(Options(group).Select(option => Text(option, "name")).ToHashSet(), members.Split(' ').ToHashSet());
        Assert.Equal("voir", Text(Options(group).Single(option => Text(option, "name") == "show")["name_localizations"]!, "fr"));
        Assert.Equal(name, new CommandSet(CommandCatalogue.All).Find($"{name} show")!.Name);
    }

    [Theory]
    [InlineData("statement", "8192")]
    [InlineData("undo", "8192")]
    [InlineData("source", "")]
    [InlineData("privacy", "")]
    [InlineData("suggest", "")]
    [InlineData("Save as statement", "8192")]
    [InlineData("Suggest to the bot", "")]
    public async Task Build_Permission_IsTheLeastThatAllMembersNeed(string name, string expected) =>
        Assert.Equal(expected, Text(Single(await BuildAsync(), name), "default_member_permissions"));

    [Fact]
    public async Task Build_OptionsOfTheBotsOwnButtons_AreNotOffered()
    {
        var commands = await BuildAsync();

        var offered = commands.SelectMany(command => Options(command).SelectMany(option => Options(option).Append(option))).Select(option => Text(option, "name")).ToHashSet();
        Assert.Empty(offered.Intersect(["draft", "part", "finding", "seen"]));
        Assert.DoesNotContain("review", Options(Options(Single(commands, "statement")).Single(option => Text(option, "name") == "add")).Select(option => Text(option, "name")));
        Assert.Contains(new CommandSet(CommandCatalogue.All).Find("statement add")!.Options, option => option.Name == "draft");
    }

    [Fact]
    public async Task Build_KindsOfOptions_HaveDiscordsTypes()
    {
        var commands = await BuildAsync();
        var source = Options(Options(Single(commands, "source")).Single(option => Text(option, "name") == "add")).ToDictionary(option => Text(option, "name"));
        var departure = Options(Options(Single(commands, "departure")).Single(option => Text(option, "name") == "set")).ToDictionary(option => Text(option, "name"));

        Assert.Equal(11, Number(source["file"], "type"));
        Assert.Equal(6_000, Number(source["text"], "max_length"));
        Assert.Equal(3, Number(departure["announced"], "type"));
        Assert.Contains("quitte X", departure["action"]["choices"]!.AsArray().Select(choice => Text(choice!["name_localizations"]!, "fr")));
        Assert.True(departure["organisation"]["required"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Build_FixedChoices_AreListedAndLongOnesAreCompleted()
    {
        var commands = await new CommandPayload(new CommandSet(FakeAssistant.Definitions), new ManyChoices(25)).BuildAsync(isGlobal: true, CancellationToken.None);
        var few = await new CommandPayload(new CommandSet(FakeAssistant.Definitions), new ManyChoices(24)).BuildAsync(isGlobal: true, CancellationToken.None);

        Assert.True(Reason(commands)["autocomplete"]!.GetValue<bool>());
        Assert.Equal(24, Reason(few)["choices"]!.AsArray().Count);
    }

    private static async Task<ImmutableArray<JsonObject>> BuildAsync() =>
        await new CommandPayload(new CommandSet(CommandCatalogue.All), new FullChoices()).BuildAsync(isGlobal: true, CancellationToken.None);

    private static JsonObject Single(IEnumerable<JsonObject> commands, string name) => commands.Single(command => Text(command, "name") == name);

    private static IEnumerable<JsonObject> Options(JsonObject owner) => (owner["options"] as JsonArray ?? []).Select(option => option!.AsObject());

    private static IEnumerable<string> Paths(JsonObject command) => Options(command).Any(option => Number(option, "type") == Subcommand)
        ? Options(command).Select(option => $"{Text(command, "name")} {Text(option, "name")}")
        : [Text(command, "name")];

    private static string Text(JsonNode node, string key) => node[key]?.ToString() ?? "";

    private static int Number(JsonNode node, string key) => node[key]!.GetValue<int>();

    private static JsonNode Reason(IEnumerable<JsonObject> commands) =>
        commands.Single(command => command["name"]!.GetValue<string>() == "why")["options"]!.AsArray().Single(option => option!["name"]!.GetValue<string>() == "reason")!;

    /// <summary>Every fixed choice that there is, and as many reasons and platforms with long labels as fit a list.</summary>
    private sealed class FullChoices : IAssistant
    {
        private static readonly Catalogue Catalogue = new(
            [.. Enumerable.Range(0, 20).Select(i => new Reason($"political-interference-{i}", $"ingérence dans la vie politique {i}", $"interference in politics {i}", [], []))],
            [.. Enumerable.Range(0, 20).Select(i => new Platform($"platform-{i}", $"Plateforme du nom {i}", []))]);

        public Task<Reply> AskAsync(string text, Asker asker, Language? language, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Reply> ExecuteAsync(CommandRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<ImmutableArray<OptionChoice>> CompleteAsync(string command, string option, string typed, Language language, CancellationToken cancellationToken)
        {
            var kind = CommandCatalogue.Find(command)!.Options.FirstOrDefault(known => known.Name == option)?.Kind ?? OptionKind.Language;
            return Task.FromResult<ImmutableArray<OptionChoice>>([.. OptionChoices.Of(kind, Catalogue, language)]);
        }
    }

    private sealed class ManyChoices(int count) : IAssistant
    {
        public Task<Reply> AskAsync(string text, Asker asker, Language? language, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Reply> ExecuteAsync(CommandRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<ImmutableArray<OptionChoice>> CompleteAsync(string command, string option, string typed, Language language, CancellationToken cancellationToken) =>
            Task.FromResult<ImmutableArray<OptionChoice>>([.. Enumerable.Range(0, count).Select(i => new OptionChoice($"choix {i}", $"c{i}"))]);
    }
}
