using System.Diagnostics;
using System.Globalization;
using QuitteXBot.Testing.Matrix;

namespace QuitteXBot.Benchmarks.Matrix;

/// <summary>One answer of <c>/sync</c> with 10,000 events in 200 rooms, one of them in each room a question: the memory and the time that it takes.</summary>
internal static class LargeSync
{
    private const int Rooms = 200;
    private const int EventsInRoom = 50;

    public static async Task MeasureAsync()
    {
        await using var homeserver = await BusyHomeserver.StartAsync(Rooms);
        await using var bot = await BotUnderTest.StartAsync(homeserver.Address, new Account("@bot:localhost", "secret"));
        await homeserver.ListenedAsync();
        // The first question makes the executable compile and load what an answer needs.
        await homeserver.AskAsync(rooms: 1, eventsInRoom: 1);
        bot.ForgetPeak();
        var before = bot.Memory;
        var began = Stopwatch.GetTimestamp();
        var size = await homeserver.AskAsync(Rooms, EventsInRoom);
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Rooms * EventsInRoom} events in {Rooms} rooms, {size / 1048576.0:F1} MiB: {Rooms} answers in {took:F0} ms; resident memory {before:F0} MiB before, {bot.PeakMemory:F0} MiB at most"));
    }
}
