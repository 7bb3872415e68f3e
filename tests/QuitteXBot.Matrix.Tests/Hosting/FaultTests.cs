using System.Net;
using System.Text;
using QuitteXBot.Matrix.Client;
using QuitteXBot.Matrix.Configuration;
using QuitteXBot.Matrix.Hosting;
using QuitteXBot.Matrix.Tests.Fakes;

namespace QuitteXBot.Matrix.Tests.Hosting;

public sealed class FaultTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualTime time = new();
    private readonly FakeHomeserver homeserver;

    public FaultTests() => homeserver = new(time);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_RevokedToken_StopsAndNamesTheKey()
    {
        await using var bot = await StartAsync(RunningBot.OptionsFor(folder));

        homeserver.ValidTokens.Clear();
        homeserver.Join("!room");
        await time.AdvanceUntilAsync(() => bot.Run.IsCompleted);

        Assert.Contains("Matrix:AccessToken", (await bot.Run).Message, StringComparison.Ordinal);
        Assert.Equal(MatrixCondition.Stopped, bot.Status.Condition);
    }

    [Fact]
    public async Task Run_WrongPassword_StopsAndNamesTheKey()
    {
        await using var bot = RunningBot.Start(homeserver, WithPassword("wrong"), time);

        await time.AdvanceUntilAsync(() => bot.Run.IsCompleted);

        Assert.Contains("Matrix:Password", (await bot.Run).Message, StringComparison.Ordinal);
        Assert.Single(homeserver.Requests, request => request.EndsWith("/login", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_Password_LogsInOnceAndKeepsTheSessionForItselfOnly()
    {
        await using (await StartAsync(WithPassword("secret")))
        {
        }

        await using (await StartAsync(WithPassword("secret")))
        {
        }

        Assert.Single(homeserver.Requests, request => request.EndsWith("/login", StringComparison.Ordinal));
        var file = Path.Combine(folder.Path, "matrix-session.json");
        Assert.Contains("NEWDEVICE", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task Run_SoftLogout_LogsInAgainWithTheSameDevice()
    {
        homeserver.Join("!room");
        await using var bot = await StartAsync(WithPassword("secret"));
        var devices = new List<string>();
        homeserver.Intercept = request =>
        {
            if (request.RequestUri!.AbsolutePath.EndsWith("/login", StringComparison.Ordinal))
                devices.Add(request.Content!.ReadAsStringAsync().Result);
            return null;
        };

        homeserver.ValidTokens.Clear();
        var asked = homeserver.Say("!room", "@alice:localhost", "!why alpha");
        await time.AdvanceUntilAsync(() => homeserver.BySelf.Any(item => item.InReplyTo == asked.Id));

        Assert.Contains("NEWDEVICE", Assert.Single(devices), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TokenOfAnotherAccount_Stops()
    {
        await using var bot = RunningBot.Start(homeserver, RunningBot.OptionsFor(folder) with { UserId = "@someone:localhost" }, time);

        await time.AdvanceUntilAsync(() => bot.Run.IsCompleted);

        Assert.Equal(MatrixErrors.WrongAccount, (await bot.Run).Code);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "<html>welcome</html>")]
    [InlineData(HttpStatusCode.OK, "{}")]
    [InlineData(HttpStatusCode.NotFound, "not here")]
    public async Task Run_NoHomeserverThere_StopsAfterAFewTries(HttpStatusCode status, string body)
    {
        homeserver.Intercept = _ => new HttpResponseMessage(status) { Content = new StringContent(body) };
        await using var bot = RunningBot.Start(homeserver, RunningBot.OptionsFor(folder), time);

        await time.AdvanceUntilAsync(() => bot.Run.IsCompleted);

        Assert.Equal(MatrixErrors.NotMatrix, (await bot.Run).Code);
        Assert.InRange(homeserver.Requests.Count, 2, 20);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_HundredMegabytesOfGarbage_AreNotKeptAndTheBotGoesOn(bool isJson)
    {
        homeserver.Join("!room");
        await using var bot = await StartAsync(RunningBot.OptionsFor(folder));
        var served = 0;
        homeserver.Intercept = request =>
        {
            if (!request.RequestUri!.AbsolutePath.EndsWith("/sync", StringComparison.Ordinal) || served >= 3)
                return null;
            served++;
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Garbage(isJson ? "{\"rooms\":\"" : "", 100 << 20)) };
        };
        homeserver.Say("!room", "@alice:localhost", "!why alpha");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = before;
        FakeEvent? asked = null;

        await time.AdvanceUntilAsync(() =>
        {
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
            if (served > 0)
                asked ??= homeserver.Say("!room", "@alice:localhost", "!why alpha");
            return served == 3 && homeserver.BySelf.Any(item => item.InReplyTo == asked?.Id);
        });

        Assert.InRange(most - before, 0, 64L << 20);
    }

    [Fact]
    public async Task Run_BrokenStateFile_StopsAndNamesTheFile()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "matrix.db"), new string('x', 5000));
        await using var bot = RunningBot.Start(homeserver, RunningBot.OptionsFor(folder), time);

        await time.AdvanceUntilAsync(() => bot.Run.IsCompleted);

        Assert.EndsWith("matrix.db", (await bot.Run).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SecondBotOnTheSameFolder_Stops()
    {
        await using var first = await StartAsync(RunningBot.OptionsFor(folder));
        await using var second = RunningBot.Start(homeserver, RunningBot.OptionsFor(folder), time);

        await RunningBot.WaitAsync(() => second.Run.IsCompleted);

        Assert.Contains("another bot", (await second.Run).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_GoodAccount_TellsWhatItFound()
    {
        homeserver.Join("!room");
        using var http = new HttpClient(homeserver, disposeHandler: false);

        var lines = await MatrixCheck.RunAsync(RunningBot.OptionsFor(folder), http, time, default);

        Assert.Equal(["configuration", "homeserver", "account", "rooms"], lines.Select(line => line.Subject));
        Assert.All(lines, line => Assert.True(line.IsGood));
        Assert.Contains("@bot:localhost, device DEVICE", lines[2].Finding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_BadToken_SaysWhatToMend()
    {
        using var http = new HttpClient(homeserver, disposeHandler: false);

        var lines = await MatrixCheck.RunAsync(RunningBot.OptionsFor(folder) with { AccessToken = "stale" }, http, time, default);

        Assert.False(lines[^1].IsGood);
        Assert.Contains("Matrix:AccessToken", lines[^1].Finding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_NothingConfigured_NamesEveryKeyAtOnce()
    {
        using var http = new HttpClient(homeserver, disposeHandler: false);

        var lines = await MatrixCheck.RunAsync(new MatrixOptions { Prefix = "a b", GapLimit = -1 }, http, time, default);

        foreach (var key in new[] { "Matrix:Homeserver", "Matrix:AccessToken", "Matrix:Prefix", "Matrix:GapLimit" })
            Assert.Contains(lines, line => line.Finding.Contains(key, StringComparison.Ordinal));
    }

    private MatrixOptions WithPassword(string password) => RunningBot.OptionsFor(folder) with { AccessToken = null, Password = password };

    private async Task<RunningBot> StartAsync(MatrixOptions options)
    {
        var bot = RunningBot.Start(homeserver, options, time);
        await time.AdvanceUntilAsync(() => bot.Status.LastSync is not null);
        return bot;
    }

    private sealed class Garbage(string start, long length) : Stream
    {
        private long position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            count = (int)Math.Min(count, length - position);
            buffer.AsSpan(offset, count).Fill((byte)'g');
            if (position == 0)
                Encoding.ASCII.GetBytes(start).CopyTo(buffer, offset);
            position += count;
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
