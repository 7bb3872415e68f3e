using QuitteXBot.Commands;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Rendering;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Tests.Moderation;

public sealed class RefusalTests : ModerationFixture
{
    public static TheoryData<string> Commands =>
        [.. CommandCatalogue.All.Where(command => command.Permission > Permission.Community).Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Ask_AMemberGivesAModeratorsCommand_IsRefusedWithTheRoleThatItNeeds(string name)
    {
        var command = CommandCatalogue.Find(name)!;
        var before = await Bot.Store.LastRevisionAsync(default);

        var french = await SayAsync(Member, command.Example.French);
        var english = await SayAsync(Member, command.Example.English, Language.English);

        Assert.Equal((Outcome.Denied, Outcome.Denied), (french.Outcome, english.Outcome));
        Assert.Contains(command.Permission == Permission.Moderator ? "modérateurs" : "mainteneurs", PlainTextRenderer.Render(french), StringComparison.Ordinal);
        Assert.Contains(command.Permission == Permission.Moderator ? "moderators" : "maintainers", PlainTextRenderer.Render(english), StringComparison.Ordinal);
        Assert.Equal(before, await Bot.Store.LastRevisionAsync(default));
    }

    [Fact]
    public async Task Help_AMember_IsNotOfferedWhatTheyMayNotDo()
    {
        var member = PlainTextRenderer.Render(await SayAsync(Member, "/aide"));
        var moderator = PlainTextRenderer.Render(await SayAsync(Alice, "/aide"));

        Assert.DoesNotContain("/declaration ajouter", member, StringComparison.Ordinal);
        Assert.Contains("/declaration ajouter", moderator, StringComparison.Ordinal);
        Assert.Contains("/proposer", member, StringComparison.Ordinal);
    }
}
