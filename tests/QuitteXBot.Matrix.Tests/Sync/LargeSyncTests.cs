using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using QuitteXBot.Matrix.Tests.Fakes;
using Xunit.Abstractions;

namespace QuitteXBot.Matrix.Tests.Sync;

/// <summary>A busy homeserver after a stop: much talk, a few questions.</summary>
public sealed class LargeSyncTests(ITestOutputHelper output) : IDisposable
{
    private const int Rooms = 200;
    private const int EventsInRoom = 50;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_TenThousandEventsInTwoHundredRooms_AreHandledInBoundedMemory()
    {
        var homeserver = new FakeHomeserver(TimeProvider.System);
        for (var room = 0; room < Rooms; room++)
            homeserver.Join($"!{room}");
        await using var bot = await RunningBot.StartAsync(homeserver, RunningBot.OptionsFor(folder));
        var body = Answer();
        var served = false;
        homeserver.Intercept = request =>
        {
            if (served || !request.RequestUri!.AbsolutePath.EndsWith("/sync", StringComparison.Ordinal))
                return null;
            served = true;
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };
        };
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = before;
        var watch = Stopwatch.StartNew();

        homeserver.Say("!0", "@alice:localhost", "bonjour");
        await RunningBot.WaitAsync(() =>
        {
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
            return homeserver.BySelf.Count() >= Rooms;
        });

        output.WriteLine($"{body.Length >> 10} KiB, {Rooms * EventsInRoom} events, {Rooms} answers in {watch.ElapsedMilliseconds} ms, {(most - before) >> 20} MiB at most");
        Assert.InRange(most - before, 0, 64L << 20);
    }

    private static byte[] Answer()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var json = new StringBuilder("""{"next_batch":"s0","rooms":{"join":{""");
        for (var room = 0; room < Rooms; room++)
        {
            json.Append(room > 0 ? "," : "").Append(CultureInfo.InvariantCulture, $$"""
                "!{{room}}":{"timeline":{"limited":false,"events":[
                """);
            for (var i = 0; i < EventsInRoom; i++)
            {
                var words = i == 7 ? "!why alpha" : new string('x', 600);
                json.Append(i > 0 ? "," : "").Append(CultureInfo.InvariantCulture, $$$"""
                    {"type":"m.room.message","sender":"@a:b","event_id":"$large{{{room}}}-{{{i}}}","origin_server_ts":{{{now}}},"content":{"msgtype":"m.text","body":"{{{words}}}"},"unsigned":{"age":10}}
                    """);
            }

            json.Append("]}}");
        }

        return Encoding.UTF8.GetBytes(json.Append("}}}").ToString());
    }
}
