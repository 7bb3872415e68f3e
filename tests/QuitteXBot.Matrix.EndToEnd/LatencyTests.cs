using System.Diagnostics;
using Xunit.Abstractions;

namespace QuitteXBot.Matrix.EndToEnd;

/// <summary>The time from a question to its answer in the member's client, next to a nio bot that answers a constant text.</summary>
public sealed class LatencyTests(Stage stage, ITestOutputHelper output) : IClassFixture<Stage>
{
    [SynapseFact]
    public async Task Answer_NextToAConstantBot_IsAtLeastAsFast()
    {
        if (Settings.TimedAnswers == 0)
        {
            output.WriteLine("Not timed: QUITTEXBOT_TIMED_ANSWERS says for how many answers.");
            return;
        }

        var room = await stage.NewRoomAsync();
        var constant = await stage.Synapse.AddUserAsync("constant");
        var script = Path.Combine(Settings.Repository, "tests", "matrix-member", "constant_bot.py");
        using var other = Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, stage.Synapse.Address, constant.UserId, constant.Password]) { RedirectStandardOutput = true })!;
        await other.StandardOutput.ReadLineAsync();
        var otherRoom = await stage.Member.CreateRoomAsync("Salon", constant.UserId);
        await stage.Member.SeesAsync(item => item.RoomId == otherRoom && item.Sender == constant.UserId);

        var ours = new List<double>();
        var theirs = new List<double>();
        // In turn, so that whatever else the machine does is the same for both.
        for (var i = 0; i < Settings.TimedAnswers + 10; i++)
        {
            var one = await TimeAsync(room);
            var two = await TimeAsync(otherRoom);
            if (i < 10)
                continue;
            ours.Add(one);
            theirs.Add(two);
        }

        other.Kill();
        await other.WaitForExitAsync();
        output.WriteLine($"ours {Describe(ours)}; constant bot {Describe(theirs)}");
        Console.WriteLine($"Matrix, event to answer: ours {Describe(ours)}; constant bot {Describe(theirs)}");
        Assert.True(Percentile(ours, 50) <= Percentile(theirs, 50) * 1.05, $"ours {Describe(ours)}; constant bot {Describe(theirs)}");
    }

    private async Task<double> TimeAsync(string room)
    {
        var began = Stopwatch.GetTimestamp();
        var answer = await stage.Member.SeesAnswerToAsync(await stage.Member.SayAsync(room, "!why meurthe-et-moselle"));
        return Stopwatch.GetElapsedTime(began, answer.At).TotalMilliseconds;
    }

    private static string Describe(List<double> times) => $"p50 {Percentile(times, 50):0.0} ms, p99 {Percentile(times, 99):0.0} ms";

    private static double Percentile(List<double> times, int percent) => times.Order().ElementAt(Math.Min(times.Count - 1, times.Count * percent / 100));
}
