using QuitteXBot.Commands;
using QuitteXBot.Discord.Tests;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.DiscordNet.Tests;

/// <summary>Where Discord.Net left to itself would answer otherwise.</summary>
public sealed class NetTrapsTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    /// <summary>Discord.Net counts three seconds from the time in the interaction's id, and refuses to answer when this machine's clock says that they are over.</summary>
    [Theory]
    [InlineData("Gateway")]
    [InlineData("Http")]
    public async Task Slash_ByAClockTenSecondsBehind_IsAnswered(string mode)
    {
        await using var discord = await TestDiscord.StartAsync(null, new ClockBehind());
        await using var bot = await StartAsync(discord, mode);

        var asked = discord.Users.Slash(discord.Users.New("alice"), "why", ("organisation", "x"));
        await asked.Final.WaitAsync(Soon);

        Assert.Equal(1, asked.Acknowledged);
    }

    /// <summary>Discord.Net drops roles that its cache does not have, and counts the role of everyone.</summary>
    [Theory]
    [InlineData("Gateway")]
    [InlineData("Http")]
    public async Task Slash_ByAMemberWithAModeratorsRole_IsAskedAsAModerator(string mode)
    {
        const string Role = "1300000000000000077";
        await using var discord = await TestDiscord.StartAsync();
        await using var bot = await StartAsync(discord, mode, ("Permissions:Moderators:0", $"discord:{discord.GuildId}/{Role}"));

        await discord.Users.Slash(discord.Users.New("alice"), "why", ("organisation", "x")).Final.WaitAsync(Soon);
        await discord.Users.Slash(discord.Users.New("bob", roles: Role), "why", ("organisation", "x")).Final.WaitAsync(Soon);

        Assert.Equal([Permission.Community, Permission.Moderator], bot.Assistant.Requests.Select(request => request.Asker.Permission));
    }

    /// <summary>Discord.Net does not pass on what Discord says that a member may do.</summary>
    [Theory]
    [InlineData("Gateway")]
    [InlineData("Http")]
    public async Task Delete_ByAMemberWhoMayManageMessages_RemovesTheAnswer(string mode)
    {
        const ulong ManageMessages = 1 << 13;
        await using var discord = await TestDiscord.StartAsync();
        await using var bot = await StartAsync(discord, mode);
        var asked = discord.Users.Slash(discord.Users.New("alice"), "why", ("organisation", "x"));
        var answer = await asked.Final.WaitAsync(Soon);
        var button = answer["components"]!.AsArray().SelectMany(row => row!["components"]!.AsArray())
            .Single(part => part!["label"]?.GetValue<string>() == Discord.Rendering.UiTexts.French.Delete)!["custom_id"]!.GetValue<string>();

        discord.Users.Press(discord.Users.New("moderator", permissions: ManageMessages), asked.OriginalId!, button);

        await Waiting.UntilAsync(() => discord.FindMessage(asked.OriginalId!) is null, Soon, "not deleted");
    }

    /// <summary>Discord.Net's first answers cannot be told to show no previews of links.</summary>
    [Theory]
    [InlineData("Gateway")]
    [InlineData("Http")]
    public async Task Slash_InPlainText_ShowsNoPreviewsOfLinks(string mode)
    {
        const int SuppressEmbeds = 1 << 2;
        await using var discord = await TestDiscord.StartAsync();
        await using var bot = await StartAsync(discord, mode, ("Discord:PlainText", "true"));

        var asked = discord.Users.Slash(discord.Users.New("alice"), "why", ("organisation", "x"));
        await asked.Final.WaitAsync(Soon);

        await Waiting.UntilAsync(() => (discord.FindMessage(asked.OriginalId!)?["flags"]?.GetValue<int>() & SuppressEmbeds) == SuppressEmbeds, Soon, "previews are shown");
    }

    private static async Task<TestBot> StartAsync(TestDiscord discord, string mode, params (string Key, string Value)[] settings)
    {
        if (mode == "Gateway")
            return await TestBot.ConnectAsync(discord, null, settings);
        var bot = await TestBot.StartAsync(discord, null, [("Discord:Mode", "Http"), .. settings]);
        discord.Options.InteractionsUrl = new Uri(bot.Address, "/discord/interactions");
        return bot;
    }

    private sealed class ClockBehind : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - TimeSpan.FromSeconds(10);
    }
}
