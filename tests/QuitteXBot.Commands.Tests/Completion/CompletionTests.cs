using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Tests.Fakes;

namespace QuitteXBot.Commands.Tests.Completion;

public sealed class CompletionTests
{
    private readonly World _world = new();

    [Theory]
    [InlineData("why", "organisation", "bren", "departement-96")]
    [InlineData("why", "reason", "compl", "conspiracy")]
    [InlineData("who", "kind", "univ", "university")]
    [InlineData("who", "platform", "blue", "bluesky")]
    [InlineData("who", "place", "alle", "DE")]
    [InlineData("who", "place", "bren", "departement-96")]
    [InlineData("source", "id", "deux", "gazette-depart")]
    [InlineData("help", "command", "pour", "why")]
    [InlineData("why", "lang", "", "fr")]
    [InlineData("why", "visible", "moi", "me")]
    public async Task CompleteAsync_Typed_OffersTheValueFirst(string command, string option, string typed, string value)
    {
        var choices = await _world.Assistant.CompleteAsync(command, option, typed, Language.French, CancellationToken.None);

        Assert.Equal(value, choices[0].Value);
    }

    [Theory]
    [InlineData("why", "nothing")]
    [InlineData("nothing", "organisation")]
    [InlineData("search", "words")]
    [InlineData("who", "page")]
    public async Task CompleteAsync_NothingToComplete_IsEmpty(string command, string option) =>
        Assert.Empty(await _world.Assistant.CompleteAsync(command, option, "a", Language.French, CancellationToken.None));
}
