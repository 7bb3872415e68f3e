using System.Collections.Immutable;
using Moq;
using QuitteXBot.Chat;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;

namespace QuitteXBot.Tests.Chat;

public sealed class ChatSessionTests
{
    private static readonly Asker Asker = new("console", "someone");

    [Fact]
    public async Task Run_ANumberBehindAChoice_ExecutesThatChoice()
    {
        var assistant = new Mock<IAssistant>();
        var options = ImmutableDictionary<string, string>.Empty.Add("organisation", "commune-33063");
        assistant.Setup(it => it.AskAsync("/why bordeaux", Asker, null, It.IsAny<CancellationToken>()))
            .ReturnsAsync(Reply("Laquelle ?") with { Actions = [new ReplyAction(ReplyActionKind.Choose, "Ville de Bordeaux", "why", options)] });
        assistant.Setup(it => it.ExecuteAsync(new CommandRequest("why", options, Asker, Language.French), It.IsAny<CancellationToken>()))
            .ReturnsAsync(Reply("Ville de Bordeaux"));

        Assert.Equal(["Laquelle ?", "Ville de Bordeaux"], await RunAsync(assistant.Object, "/why bordeaux\n1\n"));
    }

    [Fact]
    public async Task Run_ANumberWithoutAChoice_IsAQuestion()
    {
        var assistant = new Mock<IAssistant>();
        assistant.Setup(it => it.AskAsync("54", Asker, null, It.IsAny<CancellationToken>())).ReturnsAsync(Reply("Meurthe-et-Moselle"));

        Assert.Equal(["Meurthe-et-Moselle"], await RunAsync(assistant.Object, "54\n"));
    }

    [Fact]
    public async Task Run_EmptyLinesAndAFarewell_AskNothing() =>
        Assert.Empty(await RunAsync(Mock.Of<IAssistant>(MockBehavior.Strict), "\n   \n/quitter\n/why 54\n"));

    private static Reply Reply(string title) => new() { Command = "why", Language = Language.French, Outcome = Outcome.Answered, Title = title };

    private static async Task<List<string>> RunAsync(IAssistant assistant, string lines)
    {
        var output = new Titles();
        await new ChatSession(assistant, new PlainInput(new StringReader(lines)), output).RunAsync(Asker, null, CancellationToken.None);
        return output.Shown;
    }

    private sealed class Titles : IChatOutput
    {
        public List<string> Shown { get; } = [];

        public void Greet()
        {
        }

        public Task ShowAsync(Reply reply, CancellationToken cancellationToken)
        {
            Shown.Add(reply.Title);
            return Task.CompletedTask;
        }
    }
}
