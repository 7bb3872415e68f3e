using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Discord.Tests.Load;

public sealed class HttpLoadTests
{
    [Fact]
    public async Task Slash_ManyAtOnceOverHttp_AreAllAnsweredOnConnectionsThatAreKept()
    {
        await using var discord = await TestDiscord.StartAsync();
        await using var bot = await TestBot.StartAsync(discord, null, ("Discord:Mode", "Http"));
        discord.Options.InteractionsUrl = new Uri(bot.Address, "/discord/interactions");
        var alice = discord.Users.New("alice");

        var result = await LoadMeter.RunAsync(number => discord.Users.Slash(alice, "why", ("organisation", $"organisation {number}")), 1_000, 16);

        Assert.Equal((1_000, 0, 0), (result.Answered, result.Unanswered, discord.Users.HttpRefusals));
    }
}
