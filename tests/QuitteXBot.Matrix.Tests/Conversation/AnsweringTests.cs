using System.Text.Json.Nodes;
using QuitteXBot.Matrix.Configuration;
using QuitteXBot.Matrix.Tests.Fakes;
using static QuitteXBot.Matrix.Tests.Fakes.FakeHomeserver;

namespace QuitteXBot.Matrix.Tests.Conversation;

public sealed class AnsweringTests : IDisposable
{
    private const string Room = "!room";
    private const string Alice = "@alice:localhost";

    private readonly TemporaryFolder folder = new();
    private readonly FakeHomeserver homeserver = new(TimeProvider.System);

    public AnsweringTests() => homeserver.Join(Room);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("!why alpha")]
    [InlineData("! why alpha")]
    [InlineData("!pourquoi alpha")]
    public async Task Run_CommandInRoom_RepliesWithNoticeThatMentionsNobody(string question)
    {
        await using var bot = await StartAsync();

        var asked = homeserver.Say(Room, Alice, question);
        var answer = await AnswerToAsync(asked.Id);

        Assert.Equal("m.notice", answer.Content["msgtype"]!.GetValue<string>());
        Assert.Equal("{}", answer.Content["m.mentions"]!.ToJsonString());
        Assert.Contains(ScriptedAssistant.QuoteOn("alpha", 1).Split('\n')[0], answer.Body, StringComparison.Ordinal);
        Assert.Null(answer.Content["m.relates_to"]!["rel_type"]);
        await RunningBot.WaitAsync(() => homeserver.Requests.ToArray().Any(request => request.EndsWith($"/receipt/m.read/{Uri.EscapeDataString(asked.Id)}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Run_QuestionInThread_AnswersInThatThread()
    {
        await using var bot = await StartAsync();
        var root = homeserver.Say(Room, Alice, "parlons-en");

        var asked = homeserver.Say(Room, Alice, "!why alpha", Thread(root.Id));
        var answer = await AnswerToAsync(asked.Id);

        Assert.Equal("m.thread", answer.Content["m.relates_to"]!["rel_type"]!.GetValue<string>());
        Assert.Equal(root.Id, answer.Content["m.relates_to"]!["event_id"]!.GetValue<string>());
        Assert.False(answer.Content["m.relates_to"]!["is_falling_back"]!.GetValue<bool>(), "the answer is a genuine reply within the thread");
    }

    [Theory]
    [InlineData("bonjour tout le monde", "m.text", Alice)]
    [InlineData("!weather paris", "m.text", Alice)]
    [InlineData("!!!", "m.text", Alice)]
    [InlineData("!why alpha", "m.notice", Alice)]
    [InlineData("!why alpha", "m.text", Bot)]
    [InlineData("!why alpha", "m.text", "@other-bot:localhost")]
    public async Task Run_TalkNotMeantForTheBot_StaysSilent(string body, string type, string sender)
    {
        await using var bot = await StartAsync(options => options with { IgnoredUsers = ["@other-bot:localhost"] });

        homeserver.Say(Room, sender, body, type: type);
        var last = homeserver.Say(Room, Alice, "!why alpha");
        await AnswerToAsync(last.Id);

        Assert.Single(homeserver.BySelf, item => item.Body != body);
    }

    [Fact]
    public async Task Run_RoomWithItsOwnPrefix_AnswersThatOneOnly()
    {
        await using var bot = await StartAsync(options => options with { RoomPrefixes = [new RoomPrefix { Room = Room, Prefix = "qx:" }] });

        homeserver.Say(Room, Alice, "!why alpha");
        var asked = homeserver.Say(Room, Alice, "QX: why alpha");
        await AnswerToAsync(asked.Id);

        Assert.Single(homeserver.BySelf);
    }

    [Theory]
    [InlineData("QuitteXBot: pourquoi alpha ?", true)]
    [InlineData("pourquoi alpha @bot:localhost ?", true)]
    [InlineData("@bot pourquoi alpha", true)]
    [InlineData("QuitteXBot, pourquoi alpha ?", false)]
    public async Task Run_Mention_AnswersTheFreeQuestion(string body, bool byMentions)
    {
        await using var bot = await StartAsync();

        var asked = homeserver.Say(Room, Alice, body, more: content =>
        {
            if (byMentions)
            {
                content["m.mentions"] = new JsonObject { ["user_ids"] = new JsonArray(Bot) };
                return;
            }

            content["format"] = "org.matrix.custom.html";
            content["formatted_body"] = """<a href="https://matrix.to/#/%40bot%3Alocalhost">QuitteXBot</a>, pourquoi alpha ?""";
        });

        Assert.Contains("Pourquoi alpha quitte X", (await AnswerToAsync(asked.Id)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ThanksInReplyToAnAnswer_StaysSilent()
    {
        await using var bot = await StartAsync();
        var answer = await AnswerToAsync(homeserver.Say(Room, Alice, "!why alpha").Id);

        homeserver.Say(Room, Alice, "merci !", Reply(answer.Id), more: content => content["m.mentions"] = new JsonObject { ["user_ids"] = new JsonArray(Bot) });
        await AnswerToAsync(homeserver.Say(Room, Alice, "!why alpha").Id);

        Assert.Equal(2, homeserver.BySelf.Count());
    }

    [Fact]
    public async Task Run_OldStyleReply_IgnoresTheQuotedLines()
    {
        await using var bot = await StartAsync();

        var asked = homeserver.Say(Room, Alice, "> <@carol:localhost> !why beta\n> encore\n\n!why alpha", Reply("$other"));

        Assert.Contains("Pourquoi alpha", (await AnswerToAsync(asked.Id)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_QuestionEdited_EditsTheAnswer()
    {
        await using var bot = await StartAsync();
        var asked = homeserver.Say(Room, Alice, "!why nobody");
        var answer = await AnswerToAsync(asked.Id);

        homeserver.Edit(Room, Alice, asked.Id, "!why alpha");
        var edit = await EditOfAsync(answer.Id);

        Assert.Contains("Pourquoi alpha", edit.Content["m.new_content"]!["body"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("{}", edit.Content["m.new_content"]!["m.mentions"]!.ToJsonString());
        Assert.Equal("{}", edit.Content["m.mentions"]!.ToJsonString());
    }

    [Fact]
    public async Task Run_EditBySomebodyElse_IsIgnored()
    {
        await using var bot = await StartAsync();
        var asked = homeserver.Say(Room, Alice, "!why nobody");
        await AnswerToAsync(asked.Id);

        homeserver.Edit(Room, "@mallory:localhost", asked.Id, "!why alpha");
        await AnswerToAsync(homeserver.Say(Room, Alice, "!why alpha").Id);

        Assert.DoesNotContain(homeserver.BySelf, item => item.Replaces is not null);
    }

    [Fact]
    public async Task Run_TalkEditedIntoQuestion_IsAnswered()
    {
        await using var bot = await StartAsync();
        var said = homeserver.Say(Room, Alice, "why alpha");

        homeserver.Edit(Room, Alice, said.Id, "!why alpha");

        Assert.Contains("Pourquoi alpha", (await AnswerToAsync(said.Id)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_QuestionEditedIntoTalk_TakesTheAnswerBack()
    {
        await using var bot = await StartAsync();
        var asked = homeserver.Say(Room, Alice, "!why alpha");
        var answer = await AnswerToAsync(asked.Id);

        homeserver.Edit(Room, Alice, asked.Id, "non, rien");

        await RunningBot.WaitAsync(() => answer.IsRedacted);
    }

    [Fact]
    public async Task Run_QuestionRedacted_RedactsTheAnswer()
    {
        await using var bot = await StartAsync();
        var asked = homeserver.Say(Room, Alice, "!why alpha");
        var answer = await AnswerToAsync(asked.Id);

        homeserver.Redact(Room, Alice, asked.Id);

        await RunningBot.WaitAsync(() => answer.IsRedacted);
    }

    [Theory]
    [InlineData("🗑️")]
    [InlineData("🗑")]
    public async Task Run_DeletionByTheAsker_RedactsTheAnswer(string emoji)
    {
        await using var bot = await StartAsync();
        var answer = await AnswerToAsync(homeserver.Say(Room, Alice, "!why alpha").Id);

        homeserver.React(Room, Alice, answer.Id, emoji);

        await RunningBot.WaitAsync(() => answer.IsRedacted);
    }

    [Fact]
    public async Task Run_DeletionBySomebodyElse_IsIgnored()
    {
        await using var bot = await StartAsync();
        var answer = await AnswerToAsync(homeserver.Say(Room, Alice, "!why alpha").Id);

        homeserver.React(Room, "@mallory:localhost", answer.Id, "🗑️");
        await AnswerToAsync(homeserver.Say(Room, Alice, "!why alpha").Id);

        Assert.False(answer.IsRedacted);
    }

    [Fact]
    public async Task Run_PageReactions_TurnForthAndBack()
    {
        await using var bot = await StartAsync();
        var answer = await AnswerToAsync(homeserver.Say(Room, Alice, "!why alpha").Id);

        homeserver.React(Room, Alice, answer.Id, "▶️");
        await EditOfAsync(answer.Id, 1);
        homeserver.React(Room, Alice, answer.Id, "▶");
        await EditOfAsync(answer.Id, 2);
        homeserver.React(Room, Alice, answer.Id, "◀️");
        await EditOfAsync(answer.Id, 3);

        var pages = homeserver.BySelf.Where(item => item.Replaces == answer.Id).Select(item => item.Body!).ToList();
        Assert.Contains("page 2", pages[0], StringComparison.Ordinal);
        Assert.Contains("page 3", pages[1], StringComparison.Ordinal);
        Assert.Contains("page 2", pages[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_PageReactionAfterRestart_StillTurns()
    {
        FakeEvent answer;
        await using (await StartAsync())
            answer = await AnswerToAsync(homeserver.Say(Room, Alice, "!why alpha").Id);

        await using var again = await StartAsync();
        homeserver.React(Room, Alice, answer.Id, "▶️");

        Assert.Contains("page 2", (await EditOfAsync(answer.Id)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AmbiguousName_IsChosenByReaction()
    {
        await using var bot = await StartAsync();
        var answer = await AnswerToAsync(homeserver.Say(Room, Alice, "!why beta").Id);

        homeserver.React(Room, Alice, answer.Id, "1️⃣");

        Assert.Contains("Pourquoi alpha", (await EditOfAsync(answer.Id)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AmbiguousName_IsChosenByReplyWhichCanBePaged()
    {
        await using var bot = await StartAsync();
        var answer = await AnswerToAsync(homeserver.Say(Room, Alice, "!why beta").Id);

        var chosen = await AnswerToAsync(homeserver.Say(Room, Alice, "1", Reply(answer.Id)).Id);
        homeserver.React(Room, Alice, chosen.Id, "▶️");

        Assert.Contains("page 2", (await EditOfAsync(chosen.Id)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NumberThatIsNoChoice_StaysSilent()
    {
        await using var bot = await StartAsync();
        var answer = await AnswerToAsync(homeserver.Say(Room, Alice, "!why beta").Id);

        homeserver.Say(Room, Alice, "7", Reply(answer.Id));
        await AnswerToAsync(homeserver.Say(Room, Alice, "!why alpha").Id);

        Assert.Equal(2, homeserver.BySelf.Count());
    }

    [Fact]
    public async Task Run_BudgetSpent_SaysSoOnce()
    {
        await using var bot = await StartAsync(options => options with { UserBurst = 2, UserRefill = TimeSpan.FromHours(1) });

        for (var i = 0; i < 6; i++)
            homeserver.Say(Room, Alice, "!why alpha");
        await AnswerToAsync(homeserver.Say(Room, "@carol:localhost", "!why alpha").Id);

        Assert.Equal(4, homeserver.BySelf.Count());
        Assert.Single(homeserver.BySelf, item => item.Body!.Contains("Trop de questions", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_ManyQuestions_KeepsNoWordsOfTheirAskers()
    {
        await using (await StartAsync())
        {
            var first = homeserver.Say(Room, Alice, "!why beta supersecretword");
            var answer = await AnswerToAsync(homeserver.Say(Room, Alice, "!why beta").Id);
            homeserver.React(Room, Alice, answer.Id, "1️⃣");
            await EditOfAsync(answer.Id);
            homeserver.Edit(Room, Alice, first.Id, "!why alpha supersecretword");
            await EditOfAsync((await AnswerToAsync(first.Id)).Id);
        }

        var kept = string.Concat(Directory.GetFiles(folder.Path).Select(file => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file))));
        Assert.Contains(Room, kept, StringComparison.Ordinal);
        Assert.DoesNotContain("supersecretword", kept, StringComparison.Ordinal);
        Assert.DoesNotContain(Alice, kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_CommandOfTheCatalogueThatIsMalformed_IsAnswered()
    {
        await using var bot = await StartAsync();

        var asked = homeserver.Say(Room, Alice, "!quand");

        Assert.Contains("Commande inconnue", (await AnswerToAsync(asked.Id)).Body, StringComparison.Ordinal);
    }

    private Task<RunningBot> StartAsync(Func<MatrixOptions, MatrixOptions>? change = null) =>
        RunningBot.StartAsync(homeserver, change is null ? RunningBot.OptionsFor(folder) : change(RunningBot.OptionsFor(folder)));

    private async Task<FakeEvent> AnswerToAsync(string questionId)
    {
        await RunningBot.WaitAsync(() => homeserver.BySelf.Any(item => item.InReplyTo == questionId));
        return homeserver.BySelf.Single(item => item.InReplyTo == questionId);
    }

    private async Task<FakeEvent> EditOfAsync(string answerId, int count = 1)
    {
        await RunningBot.WaitAsync(() => homeserver.BySelf.Count(item => item.Replaces == answerId) >= count);
        return homeserver.BySelf.Last(item => item.Replaces == answerId);
    }
}
