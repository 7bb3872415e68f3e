using QuitteXBot.Matrix.Tests.Fakes;

namespace QuitteXBot.Matrix.Tests.Conversation;

/// <summary>An answer that is for the asker alone is nowhere to be read by others.</summary>
public sealed class PrivateReplyTests : IDisposable
{
    private const string Room = "!room";
    private const string Alice = "@alice:localhost";

    private readonly TemporaryFolder folder = new();
    private readonly FakeHomeserver homeserver = new(TimeProvider.System);

    public PrivateReplyTests() => homeserver.Join(Room);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task PrivateReply_InARoom_IsWithheldAndSaysWhereToAsk()
    {
        await using var bot = await RunningBot.StartAsync(homeserver, RunningBot.OptionsFor(folder));

        var answer = await AnswerToAsync(homeserver.Say(Room, Alice, "!why secret").Id);

        Assert.Contains("direct chat", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer.Content.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PrivateReply_ToAnEditedQuestion_IsWithheldToo()
    {
        await using var bot = await RunningBot.StartAsync(homeserver, RunningBot.OptionsFor(folder));
        var asked = homeserver.Say(Room, Alice, "!pourquoi alpha");
        var answer = await AnswerToAsync(asked.Id);

        homeserver.Edit(Room, Alice, asked.Id, "!pourquoi secret");
        await RunningBot.WaitAsync(() => homeserver.BySelf.Any(item => item.Replaces == answer.Id));

        var edit = homeserver.BySelf.First(item => item.Replaces == answer.Id).Content;
        Assert.Contains("discussion directe", edit["body"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", edit.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PrivateReply_InADirectChat_IsGiven()
    {
        await using var bot = await RunningBot.StartAsync(homeserver, RunningBot.OptionsFor(folder));
        homeserver.Invite("!direct", Alice, isDirect: true);
        await RunningBot.WaitAsync(() => homeserver.BySelf.Any(item => item.RoomId == "!direct"));

        var answer = await AnswerToAsync(homeserver.Say("!direct", Alice, "!why secret").Id);

        Assert.Contains("« secret », page 1", answer.Body, StringComparison.Ordinal);
    }

    private async Task<FakeEvent> AnswerToAsync(string askedId)
    {
        await RunningBot.WaitAsync(() => homeserver.BySelf.Any(item => item.InReplyTo == askedId));
        return homeserver.BySelf.First(item => item.InReplyTo == askedId);
    }
}
