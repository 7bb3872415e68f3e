using QuitteXBot.Testing.Matrix;
using Xunit.Abstractions;

namespace QuitteXBot.EndToEnd.Matrix;

/// <summary>Every question is answered exactly once, whatever dies meanwhile.</summary>
public sealed class ReliabilityTests(Stage stage, ITestOutputHelper output) : IClassFixture<Stage>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Random random = new(Environment.TickCount);

    private Member Member => stage.Member;

    [SynapseFact]
    public async Task Kill_AtRandomMoments_NeitherLosesNorRepeatsAnAnswer()
    {
        var account = await stage.Synapse.AddUserAsync("mortal");
        var data = stage.NewData();
        var bot = await stage.StartBot(stage.Synapse.Address, account, data: data).ListeningAsync();
        var room = await InvitedRoomAsync(account);

        var asking = AskAsync(room, Settings.Questions);
        for (var kills = 0; kills < Settings.Kills; kills++)
        {
            // Most lives get as far as listening; some end while the bot starts.
            if (random.Next(4) > 0)
                await bot.ListeningAsync();
            await Task.Delay(random.Next(0, 700));
            await bot.KillAsync();
            await bot.DisposeAsync();
            bot = stage.StartBot(stage.Synapse.Address, account, data: data);
        }

        await using (bot)
            await ExpectAllAnsweredOnceAsync(room, account, await asking);
        output.WriteLine($"{Settings.Kills} kills, {Settings.Questions} questions");
    }

    [SynapseFact]
    public async Task Outage_OfSynapse_NeitherLosesNorRepeatsAnAnswer()
    {
        await using var synapse = await Synapse.StartAsync();
        var account = await synapse.AddUserAsync("patient");
        await using var member = await Member.StartAsync(synapse.Address, await synapse.AddUserAsync("member"));
        await using var bot = await stage.StartBot(synapse.Address, account).ListeningAsync();
        var room = await member.CreateRoomAsync("Salon", account.UserId);
        await member.SeesAsync(item => item.RoomId == room && item.Sender == account.UserId && item.Body is not null);

        var asked = new List<string>();
        for (var i = 0; i < 40; i++)
            asked.Add(await member.SayAsync(room, $"!why question-{i}"));
        await synapse.StopAsync();
        await Task.Delay(TimeSpan.FromSeconds(Settings.OutageSeconds));
        Assert.False(bot.HasExited, bot.Log);
        await synapse.StartAgainAsync();
        for (var i = 40; i < 50; i++)
            asked.Add(await member.SayAsync(room, $"!why question-{i}"));

        await ExpectAllAnsweredOnceAsync(member, room, account, asked);
    }

    [SynapseFact]
    public async Task Stop_LongerThanOneTimelineHolds_CatchesUpInOrder()
    {
        var account = await stage.Synapse.AddUserAsync("absent");
        var data = stage.NewData();
        string room;
        await using (await stage.StartBot(stage.Synapse.Address, account, data: data).ListeningAsync())
            room = await InvitedRoomAsync(account);

        var asked = new List<string>();
        for (var i = 0; i < 130; i++)
            asked.Add(await Member.SayAsync(room, i % 2 == 0 ? $"!why question-{i}" : "bavardage"));
        asked = [.. asked.Where((_, i) => i % 2 == 0)];

        await using var bot = stage.StartBot(stage.Synapse.Address, account, data: data);
        await ExpectAllAnsweredOnceAsync(room, account, asked);
    }

    [SynapseFact]
    public async Task DefaultLimits_OfSynapse_DelayAnswersAndDropNone()
    {
        await using var synapse = await Synapse.StartAsync(hasDefaultLimits: true);
        var account = await synapse.AddUserAsync("polite");
        await using var first = await Member.StartAsync(synapse.Address, await synapse.AddUserAsync("first"));
        await using var second = await Member.StartAsync(synapse.Address, await synapse.AddUserAsync("second"));
        await using var bot = await stage.StartBot(synapse.Address, account).ListeningAsync();
        var rooms = new Dictionary<Member, string>();
        foreach (var member in new[] { first, second })
        {
            rooms[member] = await member.CreateRoomAsync("Salon", account.UserId);
            await member.SeesAsync(item => item.RoomId == rooms[member] && item.Sender == account.UserId && item.Body is not null);
        }

        var asked = rooms.Keys.ToDictionary(member => member, _ => new List<string>());
        for (var i = 0; i < 7; i++)
        {
            foreach (var member in rooms.Keys)
                asked[member].Add(await member.SayAsync(rooms[member], $"!why question-{i}"));
        }

        foreach (var member in rooms.Keys)
            await ExpectAllAnsweredOnceAsync(member, rooms[member], account, asked[member]);
        Assert.Contains("Trying again in", bot.Log, StringComparison.Ordinal);
    }

    private async Task<string> InvitedRoomAsync(Account account)
    {
        var room = await Member.CreateRoomAsync("Salon", account.UserId);
        await Member.SeesAsync(item => item.RoomId == room && item.Sender == account.UserId && item.Body is not null);
        return room;
    }

    private async Task<List<string>> AskAsync(string room, int count)
    {
        var asked = new List<string>();
        for (var i = 0; i < count; i++)
        {
            asked.Add(await Member.SayAsync(room, $"!why question-{i}"));
            await Task.Delay(random.Next(0, 1000 * Settings.Kills / Math.Max(1, count)));
        }

        return asked;
    }

    private Task ExpectAllAnsweredOnceAsync(string room, Account account, IReadOnlyList<string> asked) => ExpectAllAnsweredOnceAsync(Member, room, account, asked);

    private List<string> Answers(string room, Account account) => Answers(Member, room, account);

    private static List<string> Answers(Member member, string room, Account account) =>
        [.. member.Seen.Where(item => item.RoomId == room && item.Sender == account.UserId && item.InReplyTo is not null).DistinctBy(item => item.Id).Select(item => item.InReplyTo!)];

    private static async Task ExpectAllAnsweredOnceAsync(Member member, string room, Account account, IReadOnlyList<string> asked)
    {
        await Member.WaitAsync(() => asked.Except(Answers(member, room, account)).FirstOrDefault() is null, Patience);
        // A question of its own marks the end: a second answer to an earlier one would have come before.
        var last = await member.SayAsync(room, "!why last");
        await Member.WaitAsync(() => Answers(member, room, account).Contains(last), Patience);
        Assert.Equal([.. asked, last], Answers(member, room, account));
    }
}
