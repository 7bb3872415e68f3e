using Microsoft.Extensions.Configuration;
using QuitteXBot.Discord.Check;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Discord.Tests.Check;

public sealed class DiscordCheckTests : IAsyncLifetime
{
    private TestDiscord discord = null!;

    public async Task InitializeAsync() => discord = await TestDiscord.StartAsync();

    public async Task DisposeAsync() => await discord.DisposeAsync();

    [Fact]
    public async Task Run_AllWell_SaysSoAndChangesNothing()
    {
        var (exitCode, text) = await RunAsync();

        Assert.Equal(0, exitCode);
        Assert.DoesNotContain("wrong", text, StringComparison.Ordinal);
        Assert.Contains("will create 5", text, StringComparison.Ordinal);
        Assert.Empty(discord.Commands());
    }

    [Fact]
    public async Task Run_NoToken_SaysWhereToPutIt() => await FailsAsync("QUITTEXBOT__DISCORD__TOKEN", ("Discord:Token", ""));

    [Fact]
    public async Task Run_TokenOfNoBot_SaysWhereToGetOne() => await FailsAsync("Discord refuses the token", ("Discord:Token", discord.Token[..^4] + "0000"));

    [Fact]
    public async Task Run_MalformedToken_SaysWhatATokenLooksLike() => await FailsAsync("no bot token", ("Discord:Token", "abc"));

    [Fact]
    public async Task Run_OtherApplication_SaysThatTheyMustMatch() => await FailsAsync("belongs to application", ("Discord:ApplicationId", "1300000000000000009"));

    [Fact]
    public async Task Run_UnreachableHost_SaysWhatToCheck() => await FailsAsync("cannot be reached", ("Discord:ApiBaseUrl", "http://127.0.0.1:9/api/v10"));

    [Fact]
    public async Task Run_UnreachableGateway_SaysWhatToCheck() => await FailsAsync("Discord:GatewayUrl", ("Discord:GatewayUrl", "ws://127.0.0.1:9/gateway"));

    [Fact]
    public async Task Run_PermissionMissing_NamesIt()
    {
        discord.Options.BotPermissions &= ~((1UL << 14) | (1UL << 16));

        await FailsAsync("the bot lacks Embed Links, Read Message History");
    }

    [Fact]
    public async Task Run_GuildThatTheBotIsNotIn_GivesTheInvitation() =>
        await FailsAsync($"https://discord.com/oauth2/authorize?client_id={discord.ApplicationId}&scope=bot+applications.commands&permissions=", ("Discord:GuildIds:0", "1300000000000000009"));

    [Fact]
    public async Task Run_ScopeMissing_NamesIt()
    {
        discord.Options.CommandsAllowed = false;

        await FailsAsync("applications.commands", ("Discord:GuildIds:0", discord.GuildId));
    }

    [Fact]
    public async Task Run_GatewayModeButInteractionsGoToAnAddress_SaysWhichToChange()
    {
        discord.Options.InteractionsUrl = new Uri("https://example.org/discord/interactions");

        await FailsAsync("Interactions Endpoint URL");
    }

    [Fact]
    public async Task Run_HttpModeWithoutAddress_SaysWhereToEnterIt() => await FailsAsync("/discord/interactions", ("Discord:Mode", "Http"));

    [Fact]
    public async Task Run_PublicKeyOfAnotherApplication_IsNoticed() => await FailsAsync("Discord:PublicKey", ("Discord:PublicKey", new string('a', 64)));

    [Fact]
    public async Task Run_NoSessionLeft_SaysForHowLong()
    {
        discord.Options.SessionsRemaining = 0;

        await FailsAsync("04:00:00");
    }

    private async Task FailsAsync(string expected, params (string Key, string Value)[] settings)
    {
        var (exitCode, text) = await RunAsync(settings);

        Assert.Equal(1, exitCode);
        Assert.Contains(text.Split('\n'), line => line.StartsWith("wrong", StringComparison.Ordinal) && line.Contains(expected, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Text)> RunAsync(params (string Key, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["Discord:Token"] = discord.Token,
            ["Discord:ApiBaseUrl"] = discord.ApiBaseUrl.AbsoluteUri,
            ["Discord:PublicKey"] = discord.PublicKey,
        };
        foreach (var (key, value) in settings)
            values[key] = value.Length == 0 ? null : value;
        using var output = new StringWriter();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var exitCode = await new DiscordCheck(output).RunAsync(configuration, FakeAssistant.Definitions, new FakeAssistant(), CancellationToken.None);
        return (exitCode, output.ToString());
    }
}
