using System.Net;
using QuitteXBot.Commands.Announcing;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Matrix.Hosting;
using QuitteXBot.Matrix.Tests.Fakes;

namespace QuitteXBot.Matrix.Tests.Hosting;

public sealed class MatrixAnnouncerTests : IDisposable
{
    private const string Room = "!room";

    private static readonly Reply News = new() { Command = "", Language = Language.French, Outcome = Outcome.Answered, Title = "Du nouveau" };

    private readonly TemporaryFolder folder = new();
    private readonly FakeHomeserver homeserver = new(TimeProvider.System);

    public MatrixAnnouncerTests() => homeserver.Join(Room);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Send_BeforeConnection_IsForLater() =>
        Assert.IsType<DeliverLater>(await new MatrixAnnouncer().SendAsync(Room, News, "k", false, default));

    [Theory]
    [InlineData(false, "m.notice")]
    [InlineData(true, "m.text")]
    public async Task Send_SameKeyAfterARestart_SendsOnce(bool asText, string type)
    {
        Delivery first, second;
        await using (var bot = await RunningBot.StartAsync(homeserver, RunningBot.OptionsFor(folder)))
            first = await bot.Announcer.SendAsync(Room, News, "k", asText, default);
        await using (var bot = await RunningBot.StartAsync(homeserver, RunningBot.OptionsFor(folder)))
            second = await bot.Announcer.SendAsync(Room, News, "k", asText, default);

        var sent = Assert.Single(homeserver.BySelf);
        Assert.Equal((new Delivered(sent.Id), new Delivered(sent.Id)), (first, second));
        Assert.Equal(type, sent.Content["msgtype"]!.GetValue<string>());
        Assert.Equal("{}", sent.Content["m.mentions"]!.ToJsonString());
    }

    [Fact]
    public async Task Edit_Message_ReplacesIt()
    {
        await using var bot = await RunningBot.StartAsync(homeserver, RunningBot.OptionsFor(folder));
        var sent = (Delivered)await bot.Announcer.SendAsync(Room, News, "k", true, default);

        await bot.Announcer.EditAsync(Room, sent.MessageId, News with { Title = "Corrigé" }, "k2", true, default);

        var edit = Assert.Single(homeserver.BySelf, item => item.Replaces == sent.MessageId);
        Assert.Equal(("m.text", "Corrigé"), (edit.Content["m.new_content"]!["msgtype"]!.GetValue<string>(), edit.Content["m.new_content"]!["body"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "M_FORBIDDEN", true)]
    [InlineData(HttpStatusCode.NotFound, "M_NOT_FOUND", true)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, "M_TOO_LARGE", false)]
    public async Task Send_Refused_IsUndeliverable(HttpStatusCode status, string code, bool isLost)
    {
        await using var bot = await RunningBot.StartAsync(homeserver, RunningBot.OptionsFor(folder));
        Answer(status, $$"""{"errcode":"{{code}}"}""");

        Assert.Equal(isLost, Assert.IsType<Undeliverable>(await bot.Announcer.SendAsync(Room, News, "k", false, default)).ChannelIsLost);
    }

    [Fact]
    public async Task Send_HomeserverFails_IsForLater()
    {
        await using var bot = await RunningBot.StartAsync(homeserver, RunningBot.OptionsFor(folder));
        Answer(HttpStatusCode.BadGateway, "");

        Assert.IsType<DeliverLater>(await bot.Announcer.SendAsync(Room, News, "k", false, default));
    }

    [Fact]
    public async Task Send_RateLimited_WaitsAndSends()
    {
        await using var bot = await RunningBot.StartAsync(homeserver, RunningBot.OptionsFor(folder));
        var refusals = 0;
        homeserver.Intercept = request => request.RequestUri!.AbsolutePath.Contains("/send/", StringComparison.Ordinal) && refusals++ == 0
            ? FakeHomeserver.Json(HttpStatusCode.TooManyRequests, """{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":20}""")
            : null;

        Assert.IsType<Delivered>(await bot.Announcer.SendAsync(Room, News, "k", false, default));
    }

    [Fact]
    public async Task Send_RoomEncryptedMeanwhile_IsLost()
    {
        homeserver.Encrypted.Add(Room);
        await using var bot = await RunningBot.StartAsync(homeserver, RunningBot.OptionsFor(folder));

        Assert.True(Assert.IsType<Undeliverable>(await bot.Announcer.SendAsync(Room, News, "k", false, default)).ChannelIsLost);
        Assert.Empty(homeserver.BySelf);
    }

    [Fact]
    public async Task Notify_TwiceAndAfterARestart_UsesOneDirectChat()
    {
        await using (var bot = await RunningBot.StartAsync(homeserver, RunningBot.OptionsFor(folder)))
            await Task.WhenAll(Enumerable.Range(0, 3).Select(i => bot.Announcer.NotifyAsync("@alice:localhost", News, $"k{i}", default)));
        await using (var bot = await RunningBot.StartAsync(homeserver, RunningBot.OptionsFor(folder)))
            Assert.IsType<Delivered>(await bot.Announcer.NotifyAsync("@alice:localhost", News, "k9", default));

        Assert.Single(homeserver.Requests, request => request.EndsWith("/createRoom", StringComparison.Ordinal));
        Assert.Equal(4, homeserver.BySelf.Count(item => item.Body == "Du nouveau"));
    }

    private void Answer(HttpStatusCode status, string body) =>
        homeserver.Intercept = request => request.RequestUri!.AbsolutePath.Contains("/send/", StringComparison.Ordinal) ? FakeHomeserver.Json(status, body) : null;
}
