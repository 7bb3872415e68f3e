using Microsoft.Extensions.DependencyInjection;
using QuitteXBot.Commands.Announcing;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Discord.Rendering;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Discord.Tests.Announcing;

/// <summary>Announcements on the Discord for tests.</summary>
public sealed class DiscordAnnouncerTests : IAsyncLifetime
{
    private const ulong ViewChannel = 1UL << 10;
    private const ulong SendMessages = 1UL << 11;
    private const string Key = "a1b2c3d4e5f6a7b8c9d0e1f2a";

    private TestDiscord discord = null!;
    private TestBot bot = null!;
    private IAnnouncer announcer = null!;

    public async Task InitializeAsync()
    {
        discord = await TestDiscord.StartAsync();
        bot = await TestBot.ConnectAsync(discord);
        announcer = bot.Services.GetRequiredService<IAnnouncer>();
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await discord.DisposeAsync();
    }

    [Fact]
    public async Task Send_TwiceWithTheSameKey_IsOneMessage()
    {
        var first = Assert.IsType<Delivered>(await SendAsync(discord.ChannelId, Key));
        var second = Assert.IsType<Delivered>(await SendAsync(discord.ChannelId, Key));
        Assert.IsType<Delivered>(await SendAsync(discord.ChannelId, Key[..^1] + "b"));

        Assert.Equal(first.MessageId, second.MessageId);
        Assert.Equal(2, discord.Messages.Count);
        Assert.Equal((Key, first.MessageId), (discord.Messages[0]["nonce"]!.GetValue<string>(), discord.Messages[0]["id"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData(RestFault.BrokenAfterwards)]
    [InlineData(RestFault.ErrorAfterwards)]
    [InlineData(RestFault.RateLimited)]
    [InlineData(RestFault.ServerError)]
    public async Task Send_UnderFaults_ArrivesOnce(RestFault fault)
    {
        var left = 2;
        discord.Faults.Rest = (method, path) => method == "POST" && path.EndsWith("/messages", StringComparison.Ordinal) && left-- > 0 ? fault : RestFault.None;

        Assert.IsType<Delivered>(await SendAsync(discord.ChannelId, Key));

        Assert.Single(discord.Messages);
    }

    [Fact]
    public async Task Send_Announcement_HasTheButtonsThatEverybodyMayPress()
    {
        var reply = Replies.Of([.. Enumerable.Range(0, 12).Select(i => Replies.Quote($"Citation {i}. " + new string('x', 900), number: i * 2_000))]) with
        {
            Actions =
            [
                Replies.Action(ReplyActionKind.InContext, "Dans son contexte", "source", ("id", "s1")),
                Replies.Action(ReplyActionKind.Step, "Modifier", "statement edit", ("id", "s1")),
                Replies.Action(ReplyActionKind.Choose, "Une autre", "why", ("organisation", "x")),
            ],
        };

        await announcer.SendAsync(discord.ChannelId, reply, Key, asText: false, CancellationToken.None);

        var message = discord.Messages.Single();
        var labels = message["components"]!.AsArray().SelectMany(row => row!["components"]!.AsArray()).Select(part => part!["label"]!.GetValue<string>());
        Assert.Equal(["Dans son contexte", UiTexts.French.Report], labels);
        var pressed = await discord.Users.Press(
            discord.Users.New("bob"), message["id"]!.GetValue<string>(), message["components"]![0]!["components"]![0]!["custom_id"]!.GetValue<string>()).Final.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(64, pressed["flags"]!.GetValue<int>());
        Assert.Equal("s1", bot.Assistant.Requests.Single().Option("id"));
    }

    [Fact]
    public async Task Edit_OfWhatWasSent_ChangesIt()
    {
        var sent = Assert.IsType<Delivered>(await SendAsync(discord.ChannelId, Key));

        var edited = await announcer.EditAsync(discord.ChannelId, sent.MessageId, Replies.Of() with { Title = "Cette déclaration a été retirée." }, Key + "e", asText: false, CancellationToken.None);

        Assert.Equal(sent, edited);
        Assert.Equal("Cette déclaration a été retirée.", Markdown.Unescape(discord.Messages.Single()["embeds"]![0]!["title"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Edit_OfADeletedMessage_IsUndeliverableAndTheChannelIsNotLost() =>
        Assert.False(Assert.IsType<Undeliverable>(
            await announcer.EditAsync(discord.ChannelId, "1300000000000000099", Replies.Of(), Key, asText: false, CancellationToken.None)).ChannelIsLost);

    [Theory]
    [InlineData(0UL)]
    [InlineData(ViewChannel)]
    public async Task Send_WithoutAccessOrPermission_LosesTheChannelAndSaysWhy(ulong permissions)
    {
        var lost = Assert.IsType<Undeliverable>(await SendAsync(discord.AddChannel("fermé", permissions), Key));

        Assert.True(lost.ChannelIsLost);
        Assert.Contains(permissions == 0 ? "the bot has no access there" : "the bot lacks a permission there", lost.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1300000000000000098")]
    [InlineData("not a number")]
    public async Task Send_ToAChannelThatIsGone_LosesIt(string channel) => Assert.True(Assert.IsType<Undeliverable>(await SendAsync(channel, Key)).ChannelIsLost);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_WithoutPermissionToEmbed_GoesAsPlainText(bool refuses)
    {
        discord.Options.RefusesEmbeds = refuses;
        var channel = discord.AddChannel("texte", ViewChannel | SendMessages);

        Assert.IsType<Delivered>(await SendAsync(channel, Key));
        Assert.IsType<Delivered>(await SendAsync(channel, Key[..^1] + "b"));

        Assert.Equal(2, discord.Messages.Count);
        Assert.All(discord.Messages, message => Assert.Contains(FakeAssistant.Words, Markdown.Unescape(message["content"]!.GetValue<string>()), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_WhileDiscordIsDown_IsForLater()
    {
        discord.Faults.Rest = (method, _) => method == "POST" ? RestFault.ServerError : RestFault.None;

        var later = Assert.IsType<DeliverLater>(await SendAsync(discord.ChannelId, Key));

        Assert.True(later.Delay > TimeSpan.Zero);
        Assert.Empty(discord.Messages);
    }

    [Fact]
    public async Task Notify_AUser_WritesInTheirDirectChannelOnce()
    {
        var alice = discord.Users.New("alice");

        await announcer.NotifyAsync(alice.Id, Replies.Of() with { Title = "Refusé" }, Key, CancellationToken.None);
        Assert.IsType<Delivered>(await announcer.NotifyAsync(alice.Id, Replies.Of() with { Title = "Refusé" }, Key, CancellationToken.None));

        Assert.NotEqual(discord.ChannelId, discord.Messages.Single()["channel_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Notify_AUserWhoTakesNoMessages_IsUndeliverable()
    {
        var alice = discord.Users.New("alice");
        discord.Options.Unreachable.Add(alice.Id);

        Assert.True(Assert.IsType<Undeliverable>(await announcer.NotifyAsync(alice.Id, Replies.Of(), Key, CancellationToken.None)).ChannelIsLost);
    }

    private Task<Delivery> SendAsync(string channel, string key) =>
        announcer.SendAsync(channel, Replies.Of(Replies.Quote(FakeAssistant.Words)), key, asText: false, CancellationToken.None);
}
