using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Discord.Tests.Gateway;

/// <summary>Heartbeats of a second are missed for the bot's own fault only: these tests run alone.</summary>
[CollectionDefinition(nameof(ZombieTests), DisableParallelization = true)]
[Collection(nameof(ZombieTests))]
public sealed class ZombieTests
{
    [Fact]
    public async Task Connection_ThatStandsButIsDead_IsReplacedAndHealthShowsIt()
    {
        await using var discord = await TestDiscord.StartAsync(new TestDiscordOptions { HeartbeatInterval = 300 });
        await using var bot = await TestBot.ConnectAsync(discord);
        discord.Faults.Zombie = true;
        var asked = discord.Users.Slash(discord.Users.New("alice"), "why", ("organisation", "x"));

        await Waiting.UntilAsync(() => bot.Health.Shards[0].Zombies > 0, TimeSpan.FromSeconds(10), "not noticed");
        Assert.False(bot.Health.IsHealthy);
        discord.Faults.Zombie = false;
        await asked.Final.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Contains(bot.Log, line => line.Contains("zombie", StringComparison.Ordinal));
    }
}
