using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Discord.Tests.Gateway;

public sealed class ShardsTests
{
    [Fact]
    public async Task Start_DiscordRecommendsThreeShards_ConnectsThreeAndAnswersOnce()
    {
        await using var discord = await TestDiscord.StartAsync(new TestDiscordOptions { Shards = 3, MaxConcurrency = 16 });
        await using var bot = await TestBot.ConnectAsync(discord);
        await Waiting.UntilAsync(() => discord.Connected == 3, TimeSpan.FromSeconds(10), "not all connected");

        var asked = discord.Users.Slash(discord.Users.New("alice"), "why", ("organisation", "x"));
        await asked.Final.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal((1, 0), (asked.Acknowledged, asked.RefusedAgain));
        Assert.Equal([0, 1, 2], bot.Health.Shards.Select(shard => shard.Shard));
        Assert.True(bot.State.IsHealthy);
    }
}
