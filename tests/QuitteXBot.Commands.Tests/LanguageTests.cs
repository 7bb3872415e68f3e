using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Tests.Fakes;

namespace QuitteXBot.Commands.Tests;

public sealed class LanguageTests
{
    private readonly World _world = new();

    [Theory]
    [InlineData("pourquoi la Brenne quitte X ?", null, null, Language.French)]
    [InlineData("why did Brenne leave X?", null, null, Language.English)]
    [InlineData("what time is it?", null, null, Language.English)]
    [InlineData("quelle heure est-il ?", null, null, Language.French)]
    [InlineData("/why brenne", null, null, Language.French)]
    [InlineData("/pourquoi brenne", null, null, Language.French)]
    [InlineData("/why brenne --lang en", null, null, Language.English)]
    [InlineData("/why brenne lang:fr", "en-GB", null, Language.French)]
    [InlineData("/why brenne", "en-GB", null, Language.English)]
    [InlineData("pourquoi la Brenne quitte X ?", "en", null, Language.English)]
    [InlineData("why did Brenne leave X?", "fr_FR", null, Language.French)]
    [InlineData("why did Brenne leave X?", "de-DE", null, Language.English)]
    [InlineData("why did Brenne leave X?", "en", Language.French, Language.French)]
    [InlineData("Brenne", null, null, Language.French)]
    public async Task AskAsync_AnyQuestion_AnswersInTheLanguageAskedForElseLocaleElseQuestion(
        string text, string? locale, Language? asked, Language expected)
    {
        var reply = await _world.Assistant.AskAsync(text, World.Asker(locale), asked, CancellationToken.None);

        Assert.Equal(expected, reply.Language);
    }
}
