using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace QuitteXBot.Benchmarks.Matrix;

/// <summary>As much of a homeserver as the bot needs to be asked in many rooms at once.</summary>
internal sealed class BusyHomeserver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Channel<string> answers = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource listened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int sent;
    private int expected;
    private TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BusyHomeserver(int rooms)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/_matrix/client/versions", () => Json("""{"versions":["v1.11"]}"""));
        app.MapPost("/_matrix/client/v3/login", () => Json("""{"user_id":"@bot:localhost","access_token":"token","device_id":"DEVICE"}"""));
        app.MapGet("/_matrix/client/v3/account/whoami", () => Json("""{"user_id":"@bot:localhost","device_id":"DEVICE"}"""));
        app.MapGet("/_matrix/client/v3/sync", (string? since, CancellationToken cancellationToken) => SyncAsync(since is null, rooms, cancellationToken));
        app.MapPut("/_matrix/client/v3/rooms/{room}/send/{type}/{transaction}", Sent);
        app.MapFallback(() => Json("{}"));
    }

    public string Address => app.Urls.First();

    public static async Task<BusyHomeserver> StartAsync(int rooms)
    {
        var homeserver = new BusyHomeserver(rooms);
        await homeserver.app.StartAsync();
        return homeserver;
    }

    /// <summary>Waits until the bot knows its rooms and waits for what comes.</summary>
    public Task ListenedAsync() => listened.Task.WaitAsync(TimeSpan.FromMinutes(1));

    /// <summary>Tells so many events in so many rooms at once, with one question in each room, and waits for the answers.</summary>
    /// <returns>The bytes that were told.</returns>
    public async Task<int> AskAsync(int rooms, int eventsInRoom)
    {
        (sent, expected, done) = (0, rooms, new(TaskCreationOptions.RunContinuationsAsynchronously));
        var answer = Timelines(rooms, eventsInRoom, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        await answers.Writer.WriteAsync(answer);
        await done.Task.WaitAsync(TimeSpan.FromMinutes(2));
        return Encoding.UTF8.GetByteCount(answer);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static IResult Json(string body) => Results.Text(body, "application/json");

    private async Task<IResult> SyncAsync(bool isFirst, int rooms, CancellationToken cancellationToken)
    {
        if (isFirst)
            return Json(Timelines(rooms, 0, 0));
        listened.TrySetResult();
        return Json(await answers.Reader.ReadAsync(cancellationToken));
    }

    private IResult Sent(string transaction)
    {
        if (Interlocked.Increment(ref sent) == expected)
            done.TrySetResult();
        return Json($$"""{"event_id":"${{transaction}}"}""");
    }

    private static string Timelines(int rooms, int events, long now)
    {
        var json = new StringBuilder().Append(CultureInfo.InvariantCulture, $$"""{"next_batch":"s{{now}}","rooms":{"join":{""");
        for (var room = 0; room < rooms; room++)
        {
            json.Append(room > 0 ? "," : "").Append(CultureInfo.InvariantCulture, $$"""
                "!{{room}}":{"timeline":{"limited":false,"events":[
                """);
            for (var i = 0; i < events; i++)
            {
                var words = i == events / 2 ? "!why meurthe-et-moselle" : new string('x', 600);
                json.Append(i > 0 ? "," : "").Append(CultureInfo.InvariantCulture, $$$"""
                    {"type":"m.room.message","sender":"@a{{{room}}}:b","event_id":"${{{now}}}-{{{room}}}-{{{i}}}","origin_server_ts":{{{now}}},"content":{"msgtype":"m.text","body":"{{{words}}}"},"unsigned":{"age":10}}
                    """);
            }

            json.Append("]}}");
        }

        return json.Append("}}}").ToString();
    }
}
