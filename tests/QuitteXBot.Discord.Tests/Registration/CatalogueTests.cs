using System.Text.Json.Nodes;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Discord.Registration;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Discord.Tests.Registration;

/// <summary>The commands as the project defines them, against Discord's rules.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public async Task Build_EveryCommandOfTheCatalogue_IsWithinDiscordsRules()
    {
        var payload = new CommandPayload(new CommandSet(CommandCatalogue.All), new FakeAssistant());

        var commands = await payload.BuildAsync(isGlobal: true, CancellationToken.None);

        Assert.True(commands.Length >= CommandCatalogue.All.Length);
        foreach (JsonObject command in commands)
            TestDiscordRules.CheckCommand(command);
    }

    [Fact]
    public async Task Build_FixedChoices_AreListedAndLongOnesAreCompleted()
    {
        var commands = await new CommandPayload(new CommandSet(FakeAssistant.Definitions), new ManyChoices(25)).BuildAsync(isGlobal: true, CancellationToken.None);
        var few = await new CommandPayload(new CommandSet(FakeAssistant.Definitions), new ManyChoices(24)).BuildAsync(isGlobal: true, CancellationToken.None);

        Assert.True(Reason(commands)["autocomplete"]!.GetValue<bool>());
        Assert.Equal(24, Reason(few)["choices"]!.AsArray().Count);
    }

    private static JsonNode Reason(IEnumerable<JsonObject> commands) =>
        commands.Single(command => command["name"]!.GetValue<string>() == "why")["options"]!.AsArray().Single(option => option!["name"]!.GetValue<string>() == "reason")!;

    private sealed class ManyChoices(int count) : IAssistant
    {
        public Task<Commands.Replies.Reply> AskAsync(string text, Asker asker, Commands.Localisation.Language? language, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Commands.Replies.Reply> ExecuteAsync(CommandRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<System.Collections.Immutable.ImmutableArray<OptionChoice>> CompleteAsync(
            string command, string option, string typed, Commands.Localisation.Language language, CancellationToken cancellationToken) =>
            Task.FromResult<System.Collections.Immutable.ImmutableArray<OptionChoice>>([.. Enumerable.Range(0, count).Select(i => new OptionChoice($"choix {i}", $"c{i}"))]);
    }
}
