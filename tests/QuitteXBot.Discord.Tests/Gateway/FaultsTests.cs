using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Discord.Tests.Gateway;

/// <summary>The whole bot against a Discord that fails on demand.</summary>
public sealed class FaultsTests : IAsyncLifetime
{
    private TestDiscord discord = null!;

    public async Task InitializeAsync() => discord = await TestDiscord.StartAsync();

    public async Task DisposeAsync() => await discord.DisposeAsync();

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task Connections_Dropped_AreResumedAtTheResumeAddressAndNothingIsMissed(string compress)
    {
        await using var bot = await TestBot.ConnectAsync(discord, null, ("Discord:Compress", compress));
        discord.DropConnections();

        var asked = discord.Users.Slash(discord.Users.New("alice"), "why", ("organisation", "x"));
        await asked.Final.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Contains("gateway: resumed", discord.Notes);
        Assert.Equal(1, discord.SessionCount);
        Assert.Equal(1, asked.Acknowledged);
    }

    [Fact]
    public async Task Reconnect_AskedFor_IsResumed()
    {
        await using var bot = await TestBot.ConnectAsync(discord);

        discord.AskToReconnect();

        await Waiting.UntilAsync(() => discord.Notes.Contains("gateway: resumed"), TimeSpan.FromSeconds(10), "not resumed");
    }

    [Fact]
    public async Task Dispatches_DuplicatedAndOutOfOrder_AreAnsweredOnce()
    {
        await using var bot = await TestBot.ConnectAsync(discord);
        discord.Faults.Duplicate = true;
        discord.Faults.OutOfOrder = true;
        var alice = discord.Users.New("alice");

        var asked = Enumerable.Range(0, 20).Select(_ => discord.Users.Slash(alice, "why", ("organisation", "x"))).ToList();
        await Task.WhenAll(asked.Select(each => each.Final)).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.All(asked, each => Assert.Equal((1, 0), (each.Acknowledged, each.RefusedAgain)));
    }

    [Fact]
    public async Task Callback_DoneButAnsweredWith502_IsNotDoneTwice()
    {
        await using var bot = await TestBot.ConnectAsync(discord);
        var fail = true;
        discord.Faults.Rest = (_, path) => path.StartsWith("interactions/", StringComparison.Ordinal) && Interlocked.Exchange(ref fail, false) ? RestFault.ErrorAfterwards : RestFault.None;

        var asked = discord.Users.Slash(discord.Users.New("alice"), "why", ("organisation", "x"));
        await asked.Final.WaitAsync(TimeSpan.FromSeconds(10));
        await Waiting.UntilAsync(() => asked.RefusedAgain == 1, TimeSpan.FromSeconds(10), "not tried again");

        Assert.Equal(1, asked.Acknowledged);
        Assert.DoesNotContain(bot.Log, line => line.Contains("is not answered", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mention_ReplyDoneButConnectionBroken_IsSentOnce()
    {
        await using var bot = await TestBot.ConnectAsync(discord);
        var fail = true;
        discord.Faults.Rest = (method, path) => method == "POST" && path.EndsWith("/messages", StringComparison.Ordinal) && Interlocked.Exchange(ref fail, false) ? RestFault.BrokenAfterwards : RestFault.None;

        discord.Users.Write(discord.Users.New("alice"), $"<@{discord.BotId}> pourquoi ?");
        await Waiting.UntilAsync(() => discord.Notes.Count(note => note.EndsWith("/messages", StringComparison.Ordinal)) == 2, TimeSpan.FromSeconds(10), "not tried again");
        await Waiting.UntilAsync(() => bot.Log.Any(line => line.Contains("again in", StringComparison.Ordinal)), TimeSpan.FromSeconds(10), "not logged");

        Assert.Equal(2, discord.Messages.Count);
    }

    [Fact]
    public async Task Token_Refused_GivesUpWithTheMend()
    {
        await using var bot = await TestBot.StartAsync(discord, null, ("Discord:Token", discord.Token[..^4] + "0000"));

        await Waiting.UntilAsync(() => bot.State.Fatal is not null, TimeSpan.FromSeconds(10), "still running");

        Assert.Contains("Discord:Token", bot.State.Fatal!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Log, line => line.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Application_NotTheTokens_GivesUpWithTheMend()
    {
        await using var bot = await TestBot.StartAsync(discord, null, ("Discord:ApplicationId", "1300000000000000009"));

        await Waiting.UntilAsync(() => bot.State.Fatal is not null, TimeSpan.FromSeconds(10), "still running");

        Assert.Equal("Discord:ApplicationId", bot.State.Fatal!.Location);
    }

    [Fact]
    public async Task Host_Unreachable_IsTriedAgainAndSaysWhy()
    {
        await using var bot = await TestBot.StartAsync(discord, null, ("Discord:ApiBaseUrl", "http://127.0.0.1:9/api/v10"));

        await Waiting.UntilAsync(() => bot.Log.Any(line => line.Contains("Next try in", StringComparison.Ordinal)), TimeSpan.FromSeconds(20), "nothing logged");

        Assert.Null(bot.State.Fatal);
        Assert.Contains(bot.Log, line => line.Contains("Discord:ApiBaseUrl", StringComparison.Ordinal));
    }
}
