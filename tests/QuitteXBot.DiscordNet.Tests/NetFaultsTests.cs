using QuitteXBot.Discord.Tests;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.DiscordNet.Tests;

/// <summary>Faults that Discord.Net meets otherwise than our own client.</summary>
public sealed class NetFaultsTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Slash_ManyUnderFaultsOfRest_AreEachAnsweredOnceAndInTime()
    {
        const int All = 200;
        await using var discord = await TestDiscord.StartAsync();
        await using var bot = await TestBot.ConnectAsync(discord);
        var random = new Random(20250120);
        discord.Faults.Rest = (_, path) =>
        {
            lock (random)
            {
                return !path.StartsWith("interactions/", StringComparison.Ordinal) || random.Next(100) >= 5 ? RestFault.None
                    : random.Next(2) == 0 ? RestFault.ServerError
                    : RestFault.ErrorAfterwards;
            }
        };
        var alice = discord.Users.New("alice");
        var asked = new List<TestInteraction>();
        for (var i = 0; i < All; i++)
        {
            asked.Add(discord.Users.Slash(alice, "why", ("organisation", $"organisation {i}")));
            await Task.Delay(10);
        }

        await Task.WhenAll(asked.Select(each => each.Final)).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.All(asked, each => Assert.Equal(1, each.Acknowledged));
        Assert.All(asked, each => Assert.InRange(each.AnsweredAt!.Value - each.CreatedAt, TimeSpan.Zero, TimeSpan.FromSeconds(3)));
        Assert.DoesNotContain(bot.Log, line => line.Contains("is not answered", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Callback_RateLimited_IsWaitedForAndAnswered()
    {
        await using var discord = await TestDiscord.StartAsync();
        await using var bot = await TestBot.ConnectAsync(discord);
        var left = 2;
        discord.Faults.Rest = (_, path) => path.StartsWith("interactions/", StringComparison.Ordinal) && Interlocked.Decrement(ref left) >= 0 ? RestFault.RateLimited : RestFault.None;

        var asked = discord.Users.Slash(discord.Users.New("alice"), "why", ("organisation", "x"));
        await asked.Final.WaitAsync(Soon);

        Assert.Equal((1, 0), (asked.Acknowledged, asked.RefusedAgain));
    }

    [Fact]
    public async Task Connection_ThatStandsButIsDead_IsReplacedAndHealthShowsIt()
    {
        await using var discord = await TestDiscord.StartAsync(new TestDiscordOptions { HeartbeatInterval = 3_000 });
        await using var bot = await TestBot.ConnectAsync(discord);
        discord.Faults.Zombie = true;

        await Waiting.UntilAsync(() => bot.Health.Shards[0].Zombies > 0, TimeSpan.FromSeconds(30), "not noticed");
        Assert.False(bot.Health.IsHealthy);
        discord.Faults.Zombie = false;
        await Waiting.UntilAsync(() => bot.Health.IsHealthy, Soon, "not connected again");
        var asked = discord.Users.Slash(discord.Users.New("alice"), "why", ("organisation", "x"));
        await asked.Final.WaitAsync(Soon);

        Assert.Contains(bot.Log, line => line.Contains("zombie", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(4004, "Discord:Token")]
    [InlineData(4014, "Discord:GatewayUrl")]
    public async Task Gateway_ClosedForGood_GivesUpWithTheMend(int code, string key)
    {
        await using var discord = await TestDiscord.StartAsync();
        await using var bot = await TestBot.ConnectAsync(discord);

        await discord.CloseConnectionsAsync(code);
        await Waiting.UntilAsync(() => bot.State.Fatal is not null, Soon, "not given up");

        Assert.Equal(key, bot.State.Fatal!.Location);
    }
}
