using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Discord.Tests.Load;

/// <summary>Deadlines of three seconds hold on a machine that has nothing else to do: these tests run alone.</summary>
[CollectionDefinition(nameof(ThousandInteractionsTests), DisableParallelization = true)]
[Collection(nameof(ThousandInteractionsTests))]
public sealed class ThousandInteractionsTests
{
    private const int All = 1_000;

    [Fact]
    public async Task Slash_AThousandUnderFaults_AreEachAnsweredOnceAndInTime()
    {
        await using var discord = await TestDiscord.StartAsync();
        await using var bot = await TestBot.ConnectAsync(discord);
        var random = new Random(20250120);
        discord.Faults.DropEvery = 50;
        discord.Faults.Rest = (_, path) =>
        {
            lock (random)
            {
                return !path.StartsWith("interactions/", StringComparison.Ordinal) || random.Next(100) >= 5 ? RestFault.None
                    : random.Next(2) == 0 ? RestFault.RateLimited
                    : random.Next(2) == 0 ? RestFault.ServerError
                    : RestFault.ErrorAfterwards;
            }
        };
        var alice = discord.Users.New("alice");
        var asked = new List<TestInteraction>();
        for (var i = 0; i < All; i++)
        {
            asked.Add(discord.Users.Slash(alice, "why", ("organisation", $"organisation {i}")));
            await Task.Delay(5);
        }

        await Waiting.UntilAsync(() => asked.All(each => each.Final.IsCompleted), TimeSpan.FromSeconds(60), () => Unanswered(asked, discord, bot));

        Assert.All(asked, each => Assert.Equal(1, each.Acknowledged));
        Assert.All(asked, each => Assert.InRange(each.AnsweredAt!.Value - each.CreatedAt, TimeSpan.Zero, TimeSpan.FromSeconds(3)));
        Assert.True(discord.Notes.Count(note => note.StartsWith("fault: connection dropped", StringComparison.Ordinal)) >= All / 50);
        Assert.DoesNotContain(bot.Log, line => line.Contains("is not answered", StringComparison.Ordinal));
        var lost = bot.Log.Count(line => line.Contains("lost its connection", StringComparison.Ordinal));
        Assert.True(lost >= All / 50, $"the log explains {lost} drops");
        int Faults() => discord.Notes.Count(note => note.StartsWith("fault: ", StringComparison.Ordinal) && note.EndsWith("for POST interactions", StringComparison.Ordinal));
        int Explained() => bot.Log.Count(line => line.Contains("again in", StringComparison.Ordinal));
        await Waiting.UntilAsync(() => Explained() == Faults(), TimeSpan.FromSeconds(10), () => $"the log explains {Explained()} of {Faults()} faults");
    }

    private static string Unanswered(List<TestInteraction> asked, TestDiscord discord, TestBot bot)
    {
        var open = asked.Where(each => !each.Final.IsCompleted).Select(each => each.Id).ToList();
        var told = bot.Log.Concat(discord.Notes).Where(line => open.Exists(id => line.Contains(id, StringComparison.Ordinal)));
        return $"{open.Count} are not answered: {string.Join(", ", open)}\n{string.Join('\n', told)}\n{string.Join('\n', bot.Log.TakeLast(30))}\n{string.Join('\n', discord.Notes.TakeLast(30))}";
    }
}
