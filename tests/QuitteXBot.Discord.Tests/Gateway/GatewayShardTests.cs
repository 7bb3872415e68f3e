using QuitteXBot.Core.Results;
using QuitteXBot.Discord.Gateway;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Discord.Tests.Gateway;

public sealed class GatewayShardTests
{
    private const int PrivilegedIntents = (1 << 1) | (1 << 8) | (1 << 15);

    [Fact]
    public async Task Hello_FirstTime_IdentifiesWithoutPrivilegedIntents()
    {
        await using var shard = new ScriptedShard(shard: 2, shards: 4, presence: "/why");
        var connection = await shard.NextAsync();

        connection.SayHello();
        var identify = await connection.HearAsync();

        Assert.Equal(2, identify["op"]!.GetValue<int>());
        Assert.Equal("the.token.x", identify["d"]!["token"]!.GetValue<string>());
        Assert.Equal(0, identify["d"]!["intents"]!.GetValue<int>() & PrivilegedIntents);
        Assert.Equal("[2,4]", identify["d"]!["shard"]!.ToJsonString());
        Assert.Equal("/why", identify["d"]!["presence"]!["activities"]![0]!["state"]!.GetValue<string>());
        Assert.Equal("wss://first.example/", (await connection.Connected).AbsoluteUri);
    }

    [Fact]
    public async Task Heartbeat_AfterJitterAndEveryInterval_CarriesTheSequence()
    {
        await using var shard = new ScriptedShard();
        var connection = await shard.ReadyAsync();

        shard.Time.Advance(TimeSpan.FromSeconds(20));
        var first = await connection.HearAsync();
        connection.Say("""{"op":11}""");
        connection.Say("""{"op":0,"s":7,"t":"SOMETHING","d":{}}""");
        await Waiting.UntilAsync(() => shard.Dispatched.Contains("SOMETHING"), TimeSpan.FromSeconds(5), "not dispatched");
        shard.Time.Advance(TimeSpan.FromSeconds(39));
        Assert.True(connection.IsSilent);
        shard.Time.Advance(TimeSpan.FromSeconds(1));
        var second = await connection.HearAsync();

        Assert.Equal("""{"op":1,"d":1}""", first.ToJsonString());
        Assert.Equal("""{"op":1,"d":7}""", second.ToJsonString());
    }

    [Fact]
    public async Task HeartbeatRequest_OfDiscord_IsAnsweredAtOnce()
    {
        await using var shard = new ScriptedShard();
        var connection = await shard.ReadyAsync();

        connection.Say("""{"op":1,"d":null}""");

        Assert.Equal("""{"op":1,"d":1}""", (await connection.HearAsync()).ToJsonString());
    }

    [Fact]
    public async Task Heartbeat_NotAcknowledged_ReplacesTheZombieAndResumes()
    {
        await using var shard = new ScriptedShard();
        var connection = await shard.ReadyAsync();
        shard.Time.Advance(TimeSpan.FromSeconds(20));
        await connection.HearAsync();

        shard.Time.Advance(TimeSpan.FromSeconds(40));
        var next = await shard.NextAsync();
        next.SayHello();

        Assert.Equal("""{"op":6,"d":{"token":"the.token.x","session_id":"abc","seq":1}}""", (await next.HearAsync()).ToJsonString());
        Assert.Equal("wss://resume.example/", (await next.Connected).AbsoluteUri);
        Assert.NotInRange(connection.ClosedWith!.Value, 1000, 1001);
        Assert.Equal(1, shard.Health.Shards[0].Zombies);
        Assert.False(shard.Health.IsHealthy);
    }

    [Fact]
    public async Task Resumed_AfterADrop_IsHealthyAgain()
    {
        await using var shard = new ScriptedShard();
        (await shard.ReadyAsync()).End(null);

        var next = await shard.NextAsync();
        next.SayHello();
        await next.HearAsync();
        next.Say("""{"op":0,"s":2,"t":"RESUMED","d":{}}""");
        await Waiting.UntilAsync(() => shard.Health.IsHealthy, TimeSpan.FromSeconds(5), "not resumed");

        Assert.Equal((1, 1), (shard.Health.Shards[0].Identified, shard.Health.Shards[0].Resumed));
    }

    [Theory]
    [InlineData("""{"op":7,"d":null}""")]
    [InlineData("""{"op":9,"d":true}""")]
    [InlineData("no json")]
    [InlineData("""{"d":1}""")]
    [InlineData("""{"op":"x"}""")]
    public async Task Payload_ThatAsksForOrForcesAReconnect_Resumes(string payload)
    {
        await using var shard = new ScriptedShard();
        (await shard.ReadyAsync()).Say(payload);

        var next = await shard.NextAsync();
        next.SayHello();

        Assert.Equal(6, (await next.HearAsync())["op"]!.GetValue<int>());
    }

    [Fact]
    public async Task InvalidSession_NotResumable_IdentifiesAnewAtTheFirstAddress()
    {
        await using var shard = new ScriptedShard();
        (await shard.ReadyAsync()).Say("""{"op":9,"d":false}""");

        var next = await shard.NextAsync();
        next.SayHello();

        Assert.Equal(2, (await next.HearAsync())["op"]!.GetValue<int>());
        Assert.Equal("wss://first.example/", (await next.Connected).AbsoluteUri);
    }

    [Theory]
    [InlineData(null, 6)]
    [InlineData(1000, 6)]
    [InlineData(1001, 6)]
    [InlineData(1006, 6)]
    [InlineData(4000, 6)]
    [InlineData(4001, 6)]
    [InlineData(4002, 6)]
    [InlineData(4003, 2)]
    [InlineData(4005, 6)]
    [InlineData(4007, 2)]
    [InlineData(4008, 6)]
    [InlineData(4009, 2)]
    public async Task Close_WithACodeThatAllowsIt_ConnectsAgain(int? code, int expected)
    {
        await using var shard = new ScriptedShard();
        (await shard.ReadyAsync()).End(code);

        var next = await shard.NextAsync();
        next.SayHello();

        Assert.Equal(expected, (await next.HearAsync())["op"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(4004, "Discord:Token")]
    [InlineData(4010, "Discord:Shards")]
    [InlineData(4011, "Discord:Shards")]
    [InlineData(4012, "API v10")]
    [InlineData(4013, "intents")]
    [InlineData(4014, "intents")]
    public async Task Close_WithAFatalCode_GivesUpAndSaysWhatToMend(int code, string mend)
    {
        await using var shard = new ScriptedShard();
        (await shard.ReadyAsync()).End(code);

        var error = await shard.Run.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Contains(mend, error!.Message, StringComparison.Ordinal);
        Assert.Equal(ShardState.Failed, shard.Health.Shards[0].State);
    }

    [Fact]
    public async Task Connect_RefusedAgainAndAgain_WaitsLongerEachTimeAndAtMostAMinute()
    {
        await using var shard = new ScriptedShard(refuse: new Error("x", "no route"));
        var begun = shard.Time.GetUtcNow();
        var at = new List<double>();
        for (var i = 0; i < 12; i++)
        {
            await shard.NextAsync();
            at.Add((shard.Time.GetUtcNow() - begun).TotalSeconds);
        }

        var gaps = at.Zip(at.Skip(1), (one, other) => other - one).ToList();
        Assert.All(gaps, gap => Assert.InRange(gap, 0, 66));
        Assert.True(gaps[^1] > 40, $"the last pause was {gaps[^1]} s");
    }

    [Fact]
    public async Task Resume_ThatFailsThreeTimes_IsGivenUpForANewSession()
    {
        await using var shard = new ScriptedShard();
        (await shard.ReadyAsync()).End(null);
        for (var i = 0; i < 3; i++)
        {
            var failing = await shard.NextAsync();
            Assert.Equal("wss://resume.example/", (await failing.Connected).AbsoluteUri);
            failing.End(null);
        }

        var next = await shard.NextAsync();
        next.SayHello();

        Assert.Equal(2, (await next.HearAsync())["op"]!.GetValue<int>());
    }

    [Fact]
    public async Task Connect_NoHello_IsReplaced()
    {
        await using var shard = new ScriptedShard();
        await shard.NextAsync();

        var next = await shard.NextAsync();

        next.SayHello();
        Assert.Equal(2, (await next.HearAsync())["op"]!.GetValue<int>());
    }

    [Fact]
    public async Task Stop_WhileConnected_ClosesWith1000()
    {
        await using var shard = new ScriptedShard();
        var connection = await shard.ReadyAsync();

        await shard.StopAsync();

        Assert.Equal(1000, connection.ClosedWith);
    }

    [Fact]
    public async Task Dispatch_OutOfOrder_ResumesFromTheHighest()
    {
        await using var shard = new ScriptedShard();
        var connection = await shard.ReadyAsync();
        connection.Say("""{"op":0,"s":5,"t":"A","d":{}}""");
        connection.Say("""{"op":0,"s":4,"t":"B","d":{}}""");
        connection.End(null);

        var next = await shard.NextAsync();
        next.SayHello();

        Assert.Equal(5, (await next.HearAsync())["d"]!["seq"]!.GetValue<int>());
        Assert.Equal(["READY", "A", "B"], shard.Dispatched);
    }

    [Fact]
    public async Task Identify_NoSessionLeftToday_WaitsForTheReset()
    {
        await using var shard = new ScriptedShard(sessionsRemaining: 0);

        await Task.Yield();
        shard.Time.Advance(TimeSpan.FromHours(3.9));
        Assert.Equal(1, shard.Time.Waiting);
        var begun = shard.Time.GetUtcNow();
        shard.Time.Advance(TimeSpan.FromHours(0.1));

        Assert.NotNull(await shard.NextAsync());
        Assert.InRange((shard.Time.GetUtcNow() - begun).TotalHours, 0.09, 0.2);
    }
}
