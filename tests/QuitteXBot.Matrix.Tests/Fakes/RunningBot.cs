using Microsoft.Extensions.Logging.Abstractions;
using QuitteXBot.Core.Results;
using QuitteXBot.Matrix.Configuration;
using QuitteXBot.Matrix.Hosting;

namespace QuitteXBot.Matrix.Tests.Fakes;

/// <summary>The whole platform over a fake homeserver and a real state file.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly HttpClient http;

    private RunningBot(FakeHomeserver homeserver, MatrixOptions options, TimeProvider time)
    {
        http = new HttpClient(homeserver, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        Run = new MatrixBot(options, Assistant, Status, Announcer, time, NullLoggerFactory.Instance, http).RunAsync(stop.Token);
    }

    public Task<Error> Run { get; }

    public ScriptedAssistant Assistant { get; } = new();

    public MatrixStatus Status { get; } = new();

    public MatrixAnnouncer Announcer { get; } = new();

    public static MatrixOptions OptionsFor(TemporaryFolder folder) => new()
    {
        Homeserver = "http://localhost",
        UserId = FakeHomeserver.Bot,
        AccessToken = FakeHomeserver.Token,
        DataFolder = folder.Path,
        UserBurst = 1000,
        RoomBurst = 1000,
    };

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<RunningBot> StartAsync(FakeHomeserver homeserver, MatrixOptions options, TimeProvider? time = null)
    {
        var bot = new RunningBot(homeserver, options, time ?? TimeProvider.System);
        await WaitAsync(() => bot.Status.LastSync is not null || bot.Run.IsCompleted);
        return bot;
    }

    public static RunningBot Start(FakeHomeserver homeserver, MatrixOptions options, TimeProvider? time = null) => new(homeserver, options, time ?? TimeProvider.System);

    public static async Task WaitAsync(Func<bool> condition)
    {
        var patience = System.Diagnostics.Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(30), "The condition never held.");
            await Task.Delay(2);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await ((Task)Run).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        http.Dispose();
        stop.Dispose();
    }
}
