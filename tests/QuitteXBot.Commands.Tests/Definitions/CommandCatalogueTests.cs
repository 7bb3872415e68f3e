using System.Text.RegularExpressions;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Tests.Fakes;

namespace QuitteXBot.Commands.Tests.Definitions;

public sealed partial class CommandCatalogueTests
{
    public static TheoryData<string> Names => [.. CommandCatalogue.All.Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void All_EveryDefinition_KeepsDiscordsLimits(string name)
    {
        var command = CommandCatalogue.Find(name)!;

        Assert.Matches(DiscordName(), command.Name);
        Assert.Matches(DiscordName(), command.FrenchName);
        Assert.InRange(command.Summary.French.Length, 1, 100);
        Assert.InRange(command.Summary.English.Length, 1, 100);
        Assert.InRange(command.Options.Length, 0, 25);
        Assert.All(command.Options, option =>
        {
            Assert.Matches(DiscordName(), option.Name);
            Assert.Matches(DiscordName(), option.FrenchName);
            Assert.InRange(option.Summary.French.Length, 1, 100);
            Assert.InRange(option.Summary.English.Length, 1, 100);
        });
        Assert.Equal(command.Options.OrderByDescending(option => option.Required).Select(option => option.Name), command.Options.Select(option => option.Name));
    }

    [Fact]
    public void All_Names_MeanOneCommandAndOneOptionEach()
    {
        var names = CommandCatalogue.All.SelectMany(command => command.Aliases.Append(command.Name).Append(command.FrenchName).Distinct()).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.All(CommandCatalogue.All, command =>
        {
            var options = command.Options.SelectMany(option => option.Aliases.Append(option.Name).Append(option.FrenchName).Distinct()).ToList();
            Assert.Equal(options.Count, options.Distinct().Count());
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Example_OfEachCommand_IsUnderstood(string name)
    {
        var world = new World();
        foreach (var language in Enum.GetValues<Language>())
        {
            var reply = await world.AskAsync(CommandCatalogue.Find(name)!.Example.In(language), language);
            Assert.Equal(name, reply.Command);
            if (CommandCatalogue.Find(name)!.Permission > Permission.Community)
                Assert.Equal(Outcome.Denied, reply.Outcome);
            else if (reply.Title != Texts.In(language)[TextKeys.NoDesk])
                Assert.True(reply.Outcome != Outcome.Invalid || name == CommandNames.Who, "The names of the example are not in the small world, its options are.");
        }
    }

    [Fact]
    public void Markdown_EveryCommand_HasALineOfFourCells()
    {
        var lines = CommandTable.Markdown(Language.French).TrimEnd('\n').Split('\n');
        var moderators = CommandTable.Markdown(Language.French, Permission.Moderator).TrimEnd('\n').Split('\n');

        Assert.Equal(CommandCatalogue.All.Count(command => command.Permission < Permission.Maintainer) + 4, lines.Length + moderators.Length);
        Assert.All(lines, line => Assert.Equal(5, line.Count(unit => unit == '|')));
        Assert.Contains("| `/pourquoi organisation [raison] [au]` | `/why` | ", lines[2], StringComparison.Ordinal);
    }

    [GeneratedRegex("^[a-z-]{1,32}( [a-z-]{1,32})?$")]
    private static partial Regex DiscordName();
}
