using System.Text.Json.Nodes;
using QuitteXBot.Commands;
using QuitteXBot.Matrix.Permissions;
using QuitteXBot.Matrix.Tests.Fakes;

namespace QuitteXBot.Matrix.Tests.Conversation;

public sealed class PermissionsTests : IDisposable
{
    private const string Staff = "!staff:localhost";
    private const string Alice = "@alice:localhost";
    private const string Bob = "@bob:localhost";

    private readonly TemporaryFolder folder = new();
    private readonly FakeHomeserver homeserver = new(TimeProvider.System);

    public PermissionsTests()
    {
        homeserver.Join("!room");
        homeserver.Join(Staff);
        homeserver.Add(Staff, Bob, "m.room.create", new JsonObject { ["room_version"] = "11" }, "");
        SetLevel(Alice, 50);
        homeserver.Join(Staff, Alice);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Asker_NamedUser_HasTheHighestPermissionGiven() =>
        Assert.Equal("Maintainer", await RightsAsync(Alice, new(Permission.Moderator, Alice), new(Permission.Maintainer, Alice)));

    [Fact]
    public async Task Asker_WithThePowerLevelInTheNamedRoom_HasThePermissionEverywhere() =>
        Assert.Equal("Moderator", await RightsAsync(Alice, new MatrixGrant(Permission.Moderator, null, Staff, 50)));

    [Fact]
    public async Task Asker_BelowThePowerLevel_HasNone() =>
        Assert.Equal("Community", await RightsAsync(Alice, new MatrixGrant(Permission.Moderator, null, Staff, 51)));

    [Fact]
    public async Task Asker_WhoHasLeftTheRoom_HasNone()
    {
        homeserver.Add(Staff, Bob, "m.room.member", new JsonObject { ["membership"] = "leave" }, Alice);

        Assert.Equal("Community", await RightsAsync(Alice, new MatrixGrant(Permission.Moderator, null, Staff, 50)));
    }

    [Fact]
    public async Task Asker_WhereTheRoomCannotBeRead_HasNone() =>
        Assert.Equal("Community", await RightsAsync(Alice, new MatrixGrant(Permission.Maintainer, null, "!elsewhere:localhost", 1)));

    [Fact]
    public async Task Asker_WhoLosesTheLevel_LosesThePermissionAfterAMinute()
    {
        var time = new ManualTime();
        var options = RunningBot.OptionsFor(folder) with { Grants = [new MatrixGrant(Permission.Moderator, null, Staff, 50)] };
        await using var bot = await StartAsync(options, time);
        Assert.Equal("Moderator", await AskAsync(Alice, time));

        SetLevel(Alice, 0);
        time.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal("Community", await AskAsync(Alice, time));
    }

    private void SetLevel(string user, int level) =>
        homeserver.Add(Staff, Bob, "m.room.power_levels", new JsonObject { ["users"] = new JsonObject { [user] = level } }, "");

    private async Task<string> RightsAsync(string user, params MatrixGrant[] grants)
    {
        await using var bot = await RunningBot.StartAsync(homeserver, RunningBot.OptionsFor(folder) with { Grants = [.. grants] });
        return await AskAsync(user);
    }

    private async Task<RunningBot> StartAsync(Matrix.Configuration.MatrixOptions options, ManualTime time)
    {
        var bot = RunningBot.Start(homeserver, options, time);
        await time.AdvanceUntilAsync(() => bot.Status.LastSync is not null);
        return bot;
    }

    private async Task<string> AskAsync(string user, ManualTime? time = null)
    {
        var asked = homeserver.Say("!room", user, "!rights");
        bool IsAnswered() => homeserver.BySelf.Any(item => item.InReplyTo == asked.Id);
        await (time is null ? RunningBot.WaitAsync(IsAnswered) : time.AdvanceUntilAsync(IsAnswered));
        return homeserver.BySelf.First(item => item.InReplyTo == asked.Id).Body!.Split('\n')[0];
    }
}
