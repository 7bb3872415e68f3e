using System.Net;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using QuitteXBot.Discord.Configuration;
using QuitteXBot.Discord.Rest;
using QuitteXBot.Testing;
using QuitteXBot.Testing.Discord;

namespace QuitteXBot.Discord.Tests.Rest;

public sealed class DiscordRestClientTests : IDisposable
{
    private readonly ManualTimeProvider time = new();
    private readonly ScriptedHttp network = new();

    public void Dispose() => network.Dispose();

    [Fact]
    public async Task Send_Anything_TellsWhoAsksAsDiscordWants()
    {
        network.Then(HttpStatusCode.OK);

        await NewClient().SendAsync(Get("channels/1/messages") with { AuditLogReason = "retiré : doublon" }, CancellationToken.None);

        var request = network.Requests.Single();
        Assert.Matches(@"^DiscordBot \(https://[^,]+, [0-9.]+\)$", request.UserAgent);
        Assert.Equal("Bot the.token.x", request.Authorization);
        Assert.Equal("retir%C3%A9%20%3A%20doublon", request.Reason);
        Assert.Equal("https://discord.com/api/v10/channels/1/messages", request.Url.AbsoluteUri);
    }

    [Theory]
    [InlineData("interactions/1/tok/callback")]
    [InlineData("webhooks/1/tok/messages/@original")]
    public async Task Send_AnswerToAnInteraction_CarriesNoBotToken(string path)
    {
        network.Then(HttpStatusCode.OK);

        await NewClient().SendAsync(Get(path), CancellationToken.None);

        Assert.Null(network.Requests.Single().Authorization);
    }

    [Fact]
    public async Task Send_429_WaitsAsLongAsAskedAndIsNotDropped()
    {
        network.Then(HttpStatusCode.TooManyRequests, """{"message":"slow","retry_after":1.5,"global":false}""").Then(HttpStatusCode.OK, "1");
        var sending = NewClient().SendAsync(new DiscordRequest { Method = HttpMethod.Post, Path = "channels/1/messages" }, CancellationToken.None);
        await Waiting.UntilAsync(() => time.Waiting > 0, TimeSpan.FromSeconds(5), "does not wait");

        time.Advance(TimeSpan.FromSeconds(1.4));
        Assert.Single(network.Requests);
        var result = await GoOnAsync(sending);

        Assert.True(result.IsSuccess);
        Assert.Equal(2, network.Requests.Count);
    }

    [Fact]
    public async Task Send_Global429_HoldsEveryRouteBackButNotInteractions()
    {
        network.Then(HttpStatusCode.TooManyRequests, """{"message":"slow","retry_after":5,"global":true}""").Then(HttpStatusCode.OK);
        var client = NewClient();
        var first = client.SendAsync(Get("channels/1/messages"), CancellationToken.None);
        await Waiting.UntilAsync(() => time.Waiting > 0, TimeSpan.FromSeconds(5), "does not wait");

        var other = client.SendAsync(Get("guilds/2"), CancellationToken.None);
        var interaction = await client.SendAsync(Get("webhooks/1/tok"), CancellationToken.None);

        Assert.True(interaction.IsSuccess);
        Assert.False(other.IsCompleted);
        await GoOnAsync(first);
        await GoOnAsync(other);
    }

    [Fact]
    public async Task Send_BucketIsEmpty_WaitsForItsResetWithoutAsking()
    {
        network.Then(HttpStatusCode.OK, "{}", ("X-RateLimit-Bucket", "b"), ("X-RateLimit-Limit", "2"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset-After", "3"));
        var client = NewClient();
        await client.SendAsync(Get("channels/1/messages"), CancellationToken.None);

        var same = client.SendAsync(Get("channels/1/messages"), CancellationToken.None);
        var otherChannel = await client.SendAsync(Get("channels/2/messages"), CancellationToken.None);

        Assert.True(otherChannel.IsSuccess);
        Assert.False(same.IsCompleted);
        Assert.Equal(2, network.Requests.Count);
        await GoOnAsync(same);
    }

    [Fact]
    public async Task Send_RoutesThatShareABucket_ShareItsLimit()
    {
        network.Then(HttpStatusCode.OK, "{}", ("X-RateLimit-Bucket", "shared"), ("X-RateLimit-Limit", "5"), ("X-RateLimit-Remaining", "4"), ("X-RateLimit-Reset-After", "3"))
            .Then(HttpStatusCode.OK, "{}", ("X-RateLimit-Bucket", "shared"), ("X-RateLimit-Limit", "5"), ("X-RateLimit-Remaining", "3"), ("X-RateLimit-Reset-After", "3"))
            .Then(HttpStatusCode.OK, "{}", ("X-RateLimit-Bucket", "shared"), ("X-RateLimit-Limit", "5"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset-After", "3"));
        var client = NewClient();
        await client.SendAsync(Get("channels/1/messages"), CancellationToken.None);
        await client.SendAsync(Get("channels/1/pins"), CancellationToken.None);
        await client.SendAsync(Get("channels/1/pins"), CancellationToken.None);

        var held = client.SendAsync(Get("channels/1/messages"), CancellationToken.None);

        Assert.False(held.IsCompleted);
        await GoOnAsync(held);
    }

    [Fact]
    public async Task Send_MoreThanFiftyInASecond_AreSpread()
    {
        network.Then(HttpStatusCode.OK);
        var client = NewClient();
        for (var i = 0; i < 50; i++)
            await client.SendAsync(Get($"channels/{i}/messages"), CancellationToken.None);

        var next = client.SendAsync(Get("channels/99/messages"), CancellationToken.None);

        Assert.False(next.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await next.WaitAsync(TimeSpan.FromSeconds(5))).IsSuccess);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task Send_ServerFaultOfAHarmlessRequest_IsTriedAgain(int status)
    {
        network.Then((HttpStatusCode)status).Then((HttpStatusCode)status).Then(HttpStatusCode.OK, "1");

        var result = await GoOnAsync(NewClient().SendAsync(Get("users/@me"), CancellationToken.None));

        Assert.True(result.IsSuccess);
        Assert.Equal(3, network.Requests.Count);
    }

    [Fact]
    public async Task Send_ServerFaultOfARequestThatMayHaveBeenDone_IsNotRepeated()
    {
        network.Then(HttpStatusCode.BadGateway);

        var result = await NewClient().SendAsync(new DiscordRequest { Method = HttpMethod.Post, Path = "channels/1/messages" }, CancellationToken.None);

        Assert.Equal(RestFailureKind.InDoubt, result.Failure!.Kind);
        Assert.Single(network.Requests);
    }

    [Fact]
    public async Task Send_ConnectionThatWasNeverMade_IsTriedAgainWhateverTheRequest()
    {
        network.ThenThrow(new HttpRequestException(HttpRequestError.ConnectionError, "refused")).Then(HttpStatusCode.OK);

        var result = await GoOnAsync(NewClient().SendAsync(new DiscordRequest { Method = HttpMethod.Post, Path = "channels/1/messages" }, CancellationToken.None));

        Assert.True(result.IsSuccess);
    }

    [Fact]
    public async Task Send_ConnectionThatBrokeMidway_IsNotRepeatedUnlessHarmless()
    {
        network.ThenThrow(new HttpRequestException(HttpRequestError.ResponseEnded, "gone"));

        var result = await NewClient().SendAsync(new DiscordRequest { Method = HttpMethod.Post, Path = "channels/1/messages" }, CancellationToken.None);

        Assert.Equal(RestFailureKind.InDoubt, result.Failure!.Kind);
    }

    [Fact]
    public async Task Send_NetworkThatStaysAway_GivesUpAfterSixTriesWithAMend()
    {
        network.ThenThrow(new HttpRequestException(HttpRequestError.NameResolutionError, "no such host"));

        var result = await GoOnAsync(NewClient().SendAsync(Get("users/@me"), CancellationToken.None));

        Assert.Equal(6, network.Requests.Count);
        Assert.Contains("Discord:ApiBaseUrl", result.Failure!.ToError("Logging in").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_DeadlineBeforeTheNextTry_IsTooLate()
    {
        network.Then(HttpStatusCode.TooManyRequests, """{"retry_after":10}""");

        var result = await NewClient().SendAsync(Get("interactions/1/t/callback") with { Deadline = time.GetUtcNow() + TimeSpan.FromSeconds(3) }, CancellationToken.None);

        Assert.Equal(RestFailureKind.TooLate, result.Failure!.Kind);
    }

    [Fact]
    public async Task Send_TokenRefused_SendsNothingMoreWithIt()
    {
        network.Then(HttpStatusCode.Unauthorized, """{"message":"401: Unauthorized","code":0}""");
        var client = NewClient();

        var first = await client.SendAsync(Get("users/@me"), CancellationToken.None);
        var second = await client.SendAsync(Get("users/@me"), CancellationToken.None);

        Assert.Equal((RestFailureKind.Unauthorised, RestFailureKind.Unauthorised), (first.Failure!.Kind, second.Failure!.Kind));
        Assert.Single(network.Requests);
    }

    [Fact]
    public async Task Send_TooManyRefusals_IsHeldBackBeforeTheBan()
    {
        network.Then(HttpStatusCode.Forbidden, """{"message":"Missing Access","code":50001}""");
        var client = NewClient(most: 20);
        for (var i = 0; i < 20; i++)
        {
            await client.SendAsync(Get($"channels/{i}"), CancellationToken.None);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        var held = await client.SendAsync(Get("channels/99"), CancellationToken.None);
        time.Advance(TimeSpan.FromMinutes(11));
        var later = await client.SendAsync(Get("channels/99"), CancellationToken.None);

        Assert.Equal(RestFailureKind.HeldBack, held.Failure!.Kind);
        Assert.Equal(RestFailureKind.Refused, later.Failure!.Kind);
        Assert.Equal(21, network.Requests.Count);
    }

    [Fact]
    public async Task Send_InvalidForm_TellsWhichPartIsWrong()
    {
        network.Then(HttpStatusCode.BadRequest, """{"code":50035,"message":"Invalid Form Body","errors":{"embeds":{"0":{"title":{"_errors":[{"code":"X","message":"Too long."}]}}}}}""");

        var result = await NewClient().SendAsync(Get("users/@me"), CancellationToken.None);

        Assert.Contains("embeds.0.title: Too long.", result.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_Files_AreSentAsMultipart()
    {
        network.Then(HttpStatusCode.OK);

        await NewClient().SendAsync(
            new DiscordRequest
            {
                Method = HttpMethod.Post,
                Path = "channels/1/messages",
                Body = Encoding.UTF8.GetBytes("{\"content\":\"voilà\"}"),
                Files = [new DiscordFile("export.csv", "text/csv", Encoding.UTF8.GetBytes("a,b"))],
            },
            CancellationToken.None);

        var body = network.Requests.Single().Body;
        Assert.Contains("name=payload_json", body, StringComparison.Ordinal);
        Assert.Contains("name=\"files[0]\"; filename=export.csv", body, StringComparison.Ordinal);
        Assert.Contains("a,b", body, StringComparison.Ordinal);
    }

    private static DiscordRequest Get(string path) => new() { Method = HttpMethod.Get, Path = path, Repeatable = true };

    private DiscordRestClient NewClient(int most = 9_000) => new(
        new HttpClient(network), new DiscordOptions { Token = "the.token.x" }, time, NullLogger<DiscordRestClient>.Instance, new InvalidRequestGuard(time, most));

    /// <summary>Lets the clock go on until the answer is there.</summary>
    private async Task<RestResult> GoOnAsync(Task<RestResult> sending)
    {
        for (var i = 0; i < 2_000 && !sending.IsCompleted; i++)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(1);
        }

        return await sending.WaitAsync(TimeSpan.FromSeconds(5));
    }
}
