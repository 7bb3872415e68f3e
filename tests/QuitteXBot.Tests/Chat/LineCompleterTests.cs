using Moq;
using QuitteXBot.Chat;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Requests;

namespace QuitteXBot.Tests.Chat;

public sealed class LineCompleterTests
{
    [Theory]
    [InlineData("/pourq", "/pourquoi ")]
    [InlineData("!pourq", "!pourquoi ")]
    [InlineData("pourq", "pourq")]
    [InlineData("/zzz", "/zzz")]
    public async Task Complete_ACommandsName_IsFinished(string typed, string completed) =>
        Assert.Equal(completed, (await CompleteAsync(typed)).Line);

    [Fact]
    public async Task Complete_SeveralNames_OffersThem()
    {
        var completion = await CompleteAsync("/wh");

        Assert.Equal("/wh", completion.Line);
        Assert.Contains("why", completion.Choices);
        Assert.Contains("where", completion.Choices);
    }

    [Fact]
    public async Task Complete_AnOrganisation_TakesTheOnlyChoice() =>
        Assert.Equal("/why Département de Meurthe-et-Moselle", (await CompleteAsync("/why meurth", "Département de Meurthe-et-Moselle")).Line);

    [Fact]
    public async Task Complete_SeveralOrganisations_TypesWhatTheyShare() =>
        Assert.Equal("/why Université ", (await CompleteAsync("/why uni", "Université de Bordeaux", "Université Rennes 2")).Line);

    private static Task<LineCompletion> CompleteAsync(string line, params string[] labels)
    {
        var assistant = new Mock<IAssistant>();
        assistant.Setup(it => it.CompleteAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<string>(), It.IsAny<Language>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync([.. labels.Select(label => new OptionChoice(label, label))]);
        return new LineCompleter(assistant.Object, CommandCatalogue.All).CompleteAsync(line, Language.French, CancellationToken.None);
    }
}
