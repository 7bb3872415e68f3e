using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Testing;

namespace QuitteXBot.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void Readme_ItsTableOfCommands_IsTheDefinitions()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var (from, to) = (readme.IndexOf("<!-- commands -->\n", StringComparison.Ordinal), readme.IndexOf("<!-- /commands -->", StringComparison.Ordinal));

        Assert.Equal(CommandTable.Markdown(Language.French), readme[(from + "<!-- commands -->\n".Length)..to]);
    }
}
