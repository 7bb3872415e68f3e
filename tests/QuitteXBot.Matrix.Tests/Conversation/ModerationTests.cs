using System.Text.Json.Nodes;
using QuitteXBot.Commands;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Matrix.Configuration;
using QuitteXBot.Matrix.Permissions;
using QuitteXBot.Matrix.Tests.Fakes;

namespace QuitteXBot.Matrix.Tests.Conversation;

/// <summary>Previews, forms and what else moderators work with.</summary>
public sealed class ModerationTests : IDisposable
{
    private const string Room = "!room";
    private const string Chat = "!chat";
    private const string Alice = "@alice:localhost";
    private const string Bob = "@bob:localhost";

    private readonly TemporaryFolder folder = new();
    private readonly FakeHomeserver homeserver = new(TimeProvider.System);

    public ModerationTests() => homeserver.Join(Room);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Command_OfSeveralLines_IsAskedExactlyAsTyped()
    {
        await using var bot = await RunningBot.StartAsync(homeserver, Options());
        const string Typed = "!statement add\nquote: « a » <b>&amp;</b>  deux  espaces\n\n> pas un renvoi\n\u202Efin";

        await AnswerToAsync(homeserver.Say(Room, Alice, "> <@bob:localhost> avant\n\n" + Typed, FakeHomeserver.Reply("$unknown")).Id);

        var (text, asker) = Assert.Single(bot.Assistant.Asked);
        Assert.Equal(Typed, text);
        Assert.Equal((Room, "matrix:" + Alice), (asker.Channel, asker.Identity));
    }

    [Fact]
    public async Task Preview_AskedForInARoom_GoesToADirectChatThatIsMadeOnce()
    {
        await using var bot = await RunningBot.StartAsync(homeserver, Options());

        var told = await AnswerToAsync(homeserver.Say(Room, Alice, "!draft").Id);
        Assert.Contains("discussion directe", told.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("aperçu", told.Body, StringComparison.Ordinal);
        await AnswerToAsync(homeserver.Say(Room, Alice, "!draft").Id);

        var previews = homeserver.BySelf.Where(item => item.Body?.StartsWith("aperçu", StringComparison.Ordinal) == true).ToList();
        Assert.Equal(2, previews.Count);
        Assert.Single(previews.Select(item => item.RoomId).Distinct());
        Assert.Single(homeserver.Requests, request => request.EndsWith("/createRoom", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("✅", "confirm", "enregistré")]
    [InlineData("❌", "cancel", "abandonné")]
    [InlineData("1️⃣", "statement add", "Une déclaration")]
    public async Task Reaction_AtAPreview_TakesItsStepAndEditsIt(string key, string command, string shown)
    {
        var preview = await PreviewAsync();

        // Which draft is meant is still known after a restart.
        await using var bot = await RunningBot.StartAsync(homeserver, Options());
        homeserver.React(Chat, Alice, preview.Id, key);
        var edit = await EditOfAsync(preview);

        Assert.StartsWith(shown, edit, StringComparison.Ordinal);
        Assert.DoesNotContain("✅", edit, StringComparison.Ordinal);
        var executed = Assert.Single(bot.Assistant.Executed);
        Assert.Equal((command, "p1"), (executed.Command, executed.Option("draft")));
        Assert.Empty(bot.Assistant.Asked);
    }

    [Theory]
    [InlineData("!confirm", "enregistré")]
    [InlineData("!confirmer", "enregistré")]
    [InlineData("!abandonner", "abandonné")]
    public async Task Decision_Typed_IsAnsweredAndSettlesThePreview(string typed, string shown)
    {
        var preview = await PreviewAsync();
        await using var bot = await RunningBot.StartAsync(homeserver, Options());

        var answer = await AnswerToAsync(homeserver.Say(Chat, Alice, typed).Id);

        Assert.StartsWith(shown, answer.Body, StringComparison.Ordinal);
        Assert.Equal(shown, await EditOfAsync(preview));
    }

    [Fact]
    public async Task Form_FilledInByAReply_IsSubmittedWithWhatIsKnown()
    {
        FakeEvent form;
        await using (await StartInChatAsync())
            form = await AnswerToAsync(homeserver.Say(Chat, Alice, "!statement add").Id);
        Assert.Contains("!declaration ajouter apercu:p1", form.Body, StringComparison.Ordinal);
        // Only the bot's own words become what is typed in a room.
        Assert.Contains("citation : /why", form.Body, StringComparison.Ordinal);
        await using var bot = await RunningBot.StartAsync(homeserver, Options());

        var answer = await AnswerToAsync(homeserver.Say(Chat, Alice, "organisation\u00A0: Nancy\ncitation: « Non »\n> <b>", FakeHomeserver.Reply(form.Id)).Id);

        Assert.StartsWith("aperçu rempli", answer.Body, StringComparison.Ordinal);
        var executed = Assert.Single(bot.Assistant.Executed);
        Assert.Equal(("statement add", "p1", "Nancy", "« Non »\n> <b>"), (executed.Command, executed.Option("draft"), executed.Option("organisation"), executed.Option("quote")));
    }

    [Fact]
    public async Task Edit_OfACommandThatWasCarriedOut_DoesNotDoItAgain()
    {
        await using var bot = await RunningBot.StartAsync(homeserver, Options());
        var asked = homeserver.Say(Room, Alice, "!undo");
        await AnswerToAsync(asked.Id);

        homeserver.Edit(Room, Alice, asked.Id, "!undo now");
        await AnswerToAsync(homeserver.Say(Room, Alice, "!help").Id);

        Assert.Single(bot.Assistant.Asked, item => item.Text.StartsWith("!undo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Command_InReplyToAMessage_BringsItsWords()
    {
        await using var bot = await RunningBot.StartAsync(homeserver, Options());
        homeserver.Add(Room, Bob, "m.room.member", new JsonObject { ["membership"] = "join", ["displayname"] = "Bob L." }, Bob);
        var said = homeserver.Say(Room, Bob, "> <@eve:localhost> avant\n\nNous quittons X.\n> vraiment", FakeHomeserver.Reply("$unknown"));

        await AnswerToAsync(homeserver.Say(Room, Alice, "!statement add", FakeHomeserver.Reply(said.Id)).Id);

        var message = bot.Assistant.Asked.Last().Asker.RepliedTo!;
        Assert.Equal(("Nous quittons X.\n> vraiment", "Bob L."), (message.Text.Trim(), message.Author));
        Assert.Equal($"https://matrix.to/#/%21room/{Uri.EscapeDataString(said.Id)}?via=localhost", message.Url);
        Assert.Equal(said.SentAt, message.At!.Value.ToUnixTimeMilliseconds());
    }

    [Theory]
    [InlineData(true, 5)]
    [InlineData(false, null)]
    public async Task Command_WithAFile_BringsItForModeratorsOnly(bool isModerator, int? bytes)
    {
        homeserver.Media["localhost/abc"] = "texte"u8.ToArray();
        await using var bot = await RunningBot.StartAsync(homeserver, isModerator ? Options() : RunningBot.OptionsFor(folder));
        var file = homeserver.Say(Room, Bob, "a.txt", type: "m.file", more: content => content["url"] = "mxc://localhost/abc");

        await AnswerToAsync(homeserver.Say(Room, Alice, "!statement add", FakeHomeserver.Reply(file.Id)).Id);
        await AnswerToAsync(homeserver.Say(Room, Alice, "!statement add", type: "m.file", more: content =>
        {
            content["url"] = "mxc://localhost/abc";
            content["filename"] = "a.txt";
        }).Id);

        Assert.Equal([bytes, bytes], bot.Assistant.Asked.Select(asked => asked.Asker.Enclosure?.Content.Length));
    }

    [Fact]
    public async Task File_TooLarge_IsRefusedAndNothingIsAsked()
    {
        homeserver.Media["localhost/abc"] = new byte[(2 << 20) + 1];
        await using var bot = await RunningBot.StartAsync(homeserver, Options());
        var file = homeserver.Say(Room, Bob, "a.txt", type: "m.file", more: content => content["url"] = "mxc://localhost/abc");

        var answer = await AnswerToAsync(homeserver.Say(Room, Alice, "!statement add", FakeHomeserver.Reply(file.Id)).Id);

        Assert.Contains("2 MB", answer.Body, StringComparison.Ordinal);
        Assert.Empty(bot.Assistant.Asked);
    }

    [Fact]
    public async Task Updates_OfLongWork_EditTheAnswerWhileOthersAreAnswered()
    {
        await using var bot = await RunningBot.StartAsync(homeserver, Options());
        var answer = await AnswerToAsync(homeserver.Say(Room, Alice, "!work").Id);
        await AnswerToAsync(homeserver.Say(Room, Alice, "!help").Id);

        foreach (var share in new[] { "50 %", "70 %", "100 %" })
            await bot.Assistant.Work.Writer.WriteAsync(new Reply { Command = "work", Language = Language.French, Outcome = Outcome.Done, Title = share });
        bot.Assistant.Work.Writer.Complete();

        // All came within two seconds: only the last is shown.
        Assert.Equal("100 %", await EditOfAsync(answer));
        Assert.Single(homeserver.BySelf, item => item.Replaces == answer.Id);
    }

    [Fact]
    public async Task File_OfAnAnswer_FollowsIt()
    {
        await using var bot = await RunningBot.StartAsync(homeserver, Options());
        var answer = await AnswerToAsync(homeserver.Say(Room, Alice, "!file").Id);

        var file = await AnswerToAsync(answer.Id);

        Assert.Equal(("m.file", "export.json", "mxc://localhost/stored"), (file.Content["msgtype"]!.GetValue<string>(), file.Body, file.Content["url"]!.GetValue<string>()));
    }

    private MatrixOptions Options() => RunningBot.OptionsFor(folder) with { Grants = [new MatrixGrant(Permission.Moderator, Alice)] };

    private async Task<RunningBot> StartInChatAsync()
    {
        var bot = await RunningBot.StartAsync(homeserver, Options());
        homeserver.Invite(Chat, Alice, isDirect: true);
        await RunningBot.WaitAsync(() => homeserver.BySelf.Any(item => item.RoomId == Chat));
        return bot;
    }

    private async Task<FakeEvent> PreviewAsync()
    {
        await using var bot = await StartInChatAsync();
        var preview = await AnswerToAsync(homeserver.Say(Chat, Alice, "!draft").Id);
        Assert.Contains("✅ Confirmer (!confirmer)", preview.Body, StringComparison.Ordinal);
        Assert.Contains("1️⃣ Modifier", preview.Body, StringComparison.Ordinal);
        // Work counts as done when the next is answered.
        await AnswerToAsync(homeserver.Say(Room, Alice, "!help").Id);
        return preview;
    }

    private async Task<string> EditOfAsync(FakeEvent edited)
    {
        await RunningBot.WaitAsync(() => homeserver.BySelf.Any(item => item.Replaces == edited.Id));
        return homeserver.BySelf.First(item => item.Replaces == edited.Id).Content["m.new_content"]!["body"]!.GetValue<string>();
    }

    private async Task<FakeEvent> AnswerToAsync(string askedId)
    {
        await RunningBot.WaitAsync(() => homeserver.BySelf.Any(item => item.InReplyTo == askedId));
        return homeserver.BySelf.First(item => item.InReplyTo == askedId);
    }
}
