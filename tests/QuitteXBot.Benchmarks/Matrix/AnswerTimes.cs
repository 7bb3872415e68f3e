using System.Diagnostics;
using System.Globalization;
using QuitteXBot.Benchmarks.Measuring;
using QuitteXBot.Testing;
using QuitteXBot.Testing.Matrix;

namespace QuitteXBot.Benchmarks.Matrix;

/// <summary>
/// From a member's question to the answer in the member's client. Ours, which searches, and a python3-matrix-nio bot, which answers a constant
/// text, are asked in turn, each first in every other pair, so that whatever else the machine does is the same for both.
/// </summary>
internal static class AnswerTimes
{
    private const int WarmUp = 20;

    public static async Task MeasureAsync(int pairs)
    {
        await using var synapse = await Synapse.StartAsync();
        await using var member = await Member.StartAsync(synapse.Address, await synapse.AddUserAsync("member"));
        var ours = await synapse.AddUserAsync("ours");
        var constant = await synapse.AddUserAsync("constant");
        await using var bot = await BotUnderTest.StartAsync(synapse.Address, ours);
        using var other = await StartConstantAsync(synapse.Address, constant);
        try
        {
            await CompareAsync(member, await RoomWithAsync(member, ours), await RoomWithAsync(member, constant), pairs);
        }
        finally
        {
            other.Kill();
            await other.WaitForExitAsync();
        }
    }

    private static async Task CompareAsync(Member member, string ourRoom, string theirRoom, int pairs)
    {
        var (ours, theirs, ratios) = (new Latencies(), new Latencies(), new Latencies());
        for (var i = -WarmUp; i < pairs; i++)
        {
            double one, two;
            if (i % 2 == 0)
            {
                one = await TimeAsync(member, ourRoom);
                two = await TimeAsync(member, theirRoom);
            }
            else
            {
                two = await TimeAsync(member, theirRoom);
                one = await TimeAsync(member, ourRoom);
            }

            if (i < 0)
                continue;
            ours.Add(one);
            theirs.Add(two);
            ratios.Add(one / two);
        }

        Console.WriteLine($"Question to answer at Synapse, {pairs} pairs, {Environment.ProcessorCount} processors");
        Console.WriteLine("| bot | p50 ms | p99 ms |");
        Console.WriteLine("|---|---:|---:|");
        Console.WriteLine(Row("ours, searching", ours));
        Console.WriteLine(Row("python3-matrix-nio, constant", theirs));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio of the two of a pair, median: {ratios.Percentile(0.5):F2}"));
    }

    private static string Row(string name, Latencies times) =>
        string.Create(CultureInfo.InvariantCulture, $"| {name} | {times.Percentile(0.5):F1} | {times.Percentile(0.99):F1} |");

    private static async Task<double> TimeAsync(Member member, string room)
    {
        var began = Stopwatch.GetTimestamp();
        var answer = await member.SeesAnswerToAsync(await member.SayAsync(room, "!why meurthe-et-moselle"));
        return Stopwatch.GetElapsedTime(began, answer.At).TotalMilliseconds;
    }

    private static async Task<string> RoomWithAsync(Member member, Account bot)
    {
        var room = await member.CreateRoomAsync("Salon", bot.UserId);
        await member.SeesAsync(item => item.RoomId == room && item.Sender == bot.UserId);
        return room;
    }

    private static async Task<Process> StartConstantAsync(string homeserver, Account account)
    {
        var script = Path.Combine(Repository.Root, "tests", "matrix-member", "constant_bot.py");
        var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, homeserver, account.UserId, account.Password]) { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadLineAsync();
        return process;
    }
}
