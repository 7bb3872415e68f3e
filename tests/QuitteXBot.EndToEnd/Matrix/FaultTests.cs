using System.Net;
using System.Net.Sockets;
using System.Text;
using QuitteXBot.Testing.Matrix;

namespace QuitteXBot.EndToEnd.Matrix;

/// <summary>What a maintainer sees when something is wrong: one clear message, an end or patience, and no loop.</summary>
public sealed class FaultTests(Stage stage) : IClassFixture<Stage>
{
    [SynapseFact]
    public async Task Start_BadPassword_EndsAndNamesTheKey()
    {
        await using var bot = stage.StartBot(stage.Synapse.Address, stage.BotAccount with { Password = "wrong" });

        await bot.WaitForExitAsync();

        Assert.Equal(1, bot.ExitCode);
        Assert.Contains("Matrix:Password", bot.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", bot.Log, StringComparison.Ordinal);
    }

    [SynapseFact]
    public async Task Run_RevokedToken_EndsAndNamesTheKey()
    {
        var account = await stage.Synapse.AddUserAsync("revoked");
        using var session = await Session.LogInAsync(stage.Synapse.Address, account);
        var token = new Dictionary<string, string> { ["Matrix__AccessToken"] = session.Opened.AccessToken };
        await using var bot = await stage.StartBot(stage.Synapse.Address, account with { Password = "" }, token).ListeningAsync();

        await session.LogOutEverywhereAsync();
        await bot.WaitForExitAsync();

        Assert.Equal(1, bot.ExitCode);
        Assert.Contains("Matrix:AccessToken", bot.Log, StringComparison.Ordinal);
    }

    [SynapseFact]
    public async Task Run_RevokedSessionOfAPassword_LogsInAgain()
    {
        var account = await stage.Synapse.AddUserAsync("renewed");
        await using var bot = await stage.StartBot(stage.Synapse.Address, account).ListeningAsync();

        using (var session = await Session.LogInAsync(stage.Synapse.Address, account))
            await session.LogOutEverywhereAsync();
        var room = await stage.Member.CreateRoomAsync("Salon", account.UserId);

        await stage.Member.SeesAsync(item => item.RoomId == room && item.Sender == account.UserId && item.Body is not null);
    }

    /// <summary>Needs no Synapse: the homeserver is the fault.</summary>
    [Fact]
    public async Task Start_SomethingElseThanAHomeserver_EndsInBoundedMemory()
    {
        var page = await PeakBeforeTheEndAsync("text/html", "<html>Hello</html>", 0);
        var garbage = await PeakBeforeTheEndAsync("application/json", "{\"versions\":\"", 100 << 20);

        Assert.InRange(garbage - page, long.MinValue, 32L << 20);
    }

    private async Task<long> PeakBeforeTheEndAsync(string type, string body, int padding)
    {
        using var stop = new CancellationTokenSource();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener, type, body, padding, stop.Token);
        var peak = 0L;
        await using (var bot = stage.StartBot($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}", new Account("@bot:localhost", "secret")))
        {
            while (!bot.HasExited)
            {
                peak = Math.Max(peak, PeakOf(bot));
                await Task.Delay(20);
            }

            await bot.WaitForExitAsync();
            Assert.Equal(1, bot.ExitCode);
            Assert.Contains("Matrix:Homeserver", bot.Log, StringComparison.Ordinal);
        }

        await stop.CancelAsync();
        await serving;
        return peak;
    }

    private static long PeakOf(MatrixProcess bot)
    {
        try
        {
            return bot.PeakMemory;
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException)
        {
            // It ended in between.
            return 0;
        }
    }

    private static async Task ServeAsync(TcpListener listener, string type, string body, int padding, CancellationToken cancellationToken)
    {
        var block = Encoding.ASCII.GetBytes(new string('g', 1 << 16));
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                using var connection = await listener.AcceptTcpClientAsync(cancellationToken);
                await using var stream = connection.GetStream();
                _ = await stream.ReadAsync(new byte[1 << 16], cancellationToken);
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nConnection: close\r\n\r\n{body}"), cancellationToken);
                for (var sent = 0; sent < padding; sent += block.Length)
                    await stream.WriteAsync(block, cancellationToken);
            }
            catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException)
            {
                // The bot hung up, as it should.
            }
        }
    }
}
