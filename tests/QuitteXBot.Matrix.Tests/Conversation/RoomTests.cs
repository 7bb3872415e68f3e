using System.Text.Json.Nodes;
using QuitteXBot.Matrix.Configuration;
using QuitteXBot.Matrix.Tests.Fakes;

namespace QuitteXBot.Matrix.Tests.Conversation;

public sealed class RoomTests : IDisposable
{
    private const string Room = "!opaqueWithoutServer";
    private const string Alice = "@alice:example.org";

    private readonly TemporaryFolder folder = new();
    private readonly FakeHomeserver homeserver = new(TimeProvider.System);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(InvitePolicy.Everyone, true)]
    [InlineData(InvitePolicy.Nobody, false)]
    [InlineData(InvitePolicy.Listed, true)]
    public async Task Run_Invitation_FollowsThePolicy(InvitePolicy policy, bool accepted)
    {
        await using var bot = await StartAsync(options => options with { Invites = policy, InviteFrom = ["example.org"] });

        homeserver.Invite(Room, Alice);

        var expected = accepted ? $"POST /_matrix/client/v3/join/{Uri.EscapeDataString(Room)}" : $"POST /_matrix/client/v3/rooms/{Uri.EscapeDataString(Room)}/leave";
        await RunningBot.WaitAsync(() => homeserver.Requests.ToArray().Contains(expected));
    }

    [Fact]
    public async Task Run_InvitationFromUnlistedServer_IsRefused()
    {
        await using var bot = await StartAsync(options => options with { Invites = InvitePolicy.Listed, InviteFrom = ["@alice:example.org", "other.org"] });

        homeserver.Invite(Room, "@mallory:example.org");

        await RunningBot.WaitAsync(() => homeserver.Requests.ToArray().Any(request => request.EndsWith("/leave", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Run_JoinedRoom_GreetsOnceAndIgnoresItsHistory()
    {
        homeserver.Say(Room, Alice, "!why alpha");
        await using (await StartAsync())
        {
            homeserver.Invite(Room, Alice);
            await RunningBot.WaitAsync(() => homeserver.BySelf.Any());
        }

        await using var again = await StartAsync();
        var asked = homeserver.Say(Room, Alice, "!why alpha");
        await RunningBot.WaitAsync(() => homeserver.BySelf.Any(item => item.InReplyTo == asked.Id));

        Assert.Equal(2, homeserver.BySelf.Count());
        Assert.Contains("!aide", homeserver.BySelf.First().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_JoinedRoomThatIsLimited_FindsItsOwnComing()
    {
        homeserver.TimelineLimit = 3;
        await using var bot = await StartAsync();
        homeserver.Intercept = request =>
        {
            // Ten questions are asked in the moment in which the bot comes in.
            if (!request.RequestUri!.AbsolutePath.Contains("/join/", StringComparison.Ordinal))
                return null;
            homeserver.Intercept = null;
            homeserver.Say(Room, Alice, "!why alpha before");
            return null;
        };
        homeserver.Invite(Room, Alice);
        await RunningBot.WaitAsync(() => homeserver.BySelf.Any());

        var asked = Enumerable.Range(0, 10).Select(_ => homeserver.Say(Room, Alice, "!why alpha")).ToList();
        await RunningBot.WaitAsync(() => asked.All(question => homeserver.BySelf.Any(item => item.InReplyTo == question.Id)));

        Assert.Equal(11, homeserver.BySelf.Count());
    }

    [Fact]
    public async Task Run_DirectChat_NeedsNoPrefix()
    {
        await using var bot = await StartAsync();
        homeserver.Invite(Room, Alice, isDirect: true);
        await RunningBot.WaitAsync(() => homeserver.BySelf.Any());

        var asked = homeserver.Say(Room, Alice, "pourquoi alpha ?");

        await RunningBot.WaitAsync(() => homeserver.BySelf.Any(item => item.InReplyTo == asked.Id));
    }

    [Fact]
    public async Task Run_DirectChatWithAThirdPerson_NeedsThePrefix()
    {
        await using var bot = await StartAsync();
        homeserver.Invite(Room, Alice, isDirect: true);
        await RunningBot.WaitAsync(() => homeserver.BySelf.Any());
        homeserver.Members[Room] = 3;

        homeserver.Say(Room, Alice, "pourquoi alpha ?");
        var asked = homeserver.Say(Room, Alice, "!why alpha");
        await RunningBot.WaitAsync(() => homeserver.BySelf.Any(item => item.InReplyTo == asked.Id));

        Assert.Equal(2, homeserver.BySelf.Count());
    }

    [Fact]
    public async Task Run_EncryptedRoom_SaysSoOnceAndNothingElse()
    {
        homeserver.Encrypted.Add(Room);
        await using var bot = await StartAsync();
        homeserver.Invite(Room, Alice);
        await RunningBot.WaitAsync(() => homeserver.BySelf.Any());

        homeserver.Say(Room, Alice, "!why alpha");
        homeserver.Join("!other");
        var asked = homeserver.Say("!other", Alice, "!why alpha");
        await RunningBot.WaitAsync(() => homeserver.BySelf.Any(item => item.InReplyTo == asked.Id));

        var said = Assert.Single(homeserver.BySelf, item => item.RoomId == Room);
        Assert.Contains("chiffré", said.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_RoomThatBecomesEncrypted_SaysSoAndFallsSilent()
    {
        homeserver.Join(Room);
        await using var bot = await StartAsync();

        homeserver.Add(Room, Alice, "m.room.encryption", new JsonObject { ["algorithm"] = "m.megolm.v1.aes-sha2" }, stateKey: "");
        homeserver.Say(Room, Alice, "!why alpha");
        await RunningBot.WaitAsync(() => homeserver.BySelf.Any());

        Assert.Contains("chiffré", homeserver.BySelf.Single().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_LastMemberLeft_LeavesToo()
    {
        homeserver.Join(Room);
        await using var bot = await StartAsync();
        homeserver.Members[Room] = 1;

        homeserver.Add(Room, Alice, "m.room.member", new JsonObject { ["membership"] = "leave" }, stateKey: Alice);

        await RunningBot.WaitAsync(() => homeserver.Requests.ToArray().Any(request => request.EndsWith("/leave", StringComparison.Ordinal)));
    }

    private Task<RunningBot> StartAsync(Func<MatrixOptions, MatrixOptions>? change = null)
    {
        var options = RunningBot.OptionsFor(folder);
        return RunningBot.StartAsync(homeserver, change is null ? options : change(options));
    }
}
