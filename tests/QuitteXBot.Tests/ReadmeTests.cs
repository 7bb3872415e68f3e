using QuitteXBot.Commands;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Testing;

namespace QuitteXBot.Tests;

public sealed class ReadmeTests
{
    [Theory]
    [InlineData("commands", Permission.Community)]
    [InlineData("moderation", Permission.Moderator)]
    [InlineData("maintenance", Permission.Maintainer)]
    public void Readme_ItsTablesOfCommands_AreTheDefinitions(string mark, Permission permission)
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var start = $"<!-- {mark} -->\n";
        var (from, to) = (readme.IndexOf(start, StringComparison.Ordinal), readme.IndexOf($"<!-- /{mark} -->", StringComparison.Ordinal));

        Assert.Equal(CommandTable.Markdown(Language.French, permission), readme[(from + start.Length)..to]);
    }
}
