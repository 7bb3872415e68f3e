using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using QuitteXBot.Matrix.Client;
using QuitteXBot.Matrix.Tests.Fakes;

namespace QuitteXBot.Matrix.Tests.Client;

public sealed class MatrixTransportTests
{
    private readonly ManualTime time = new();

    [Theory]
    [InlineData("{\"errcode\":\"M_FORBIDDEN\",\"error\":\"no\"}", 403, "matrix-forbidden", 1)]
    [InlineData("{\"errcode\":\"M_TOO_LARGE\"}", 413, "matrix-too-large", 1)]
    [InlineData("{\"errcode\":7}", 400, "matrix-http-400", 1)]
    [InlineData("[]", 404, "matrix-http-404", 1)]
    [InlineData("<html>", 500, "matrix-http-500", 10)]
    public async Task Send_Refusal_IsAnErrorAfterAsManyTriesAsMakeSense(string body, int status, string code, int tries)
    {
        var answers = new Answers(_ => FakeHomeserver.Json((HttpStatusCode)status, body));

        var sending = Transport(answers).SendAsync(Request(Patience.Endless), default);
        await time.AdvanceUntilAsync(() => sending.IsCompleted, TimeSpan.FromSeconds(5));

        Assert.Equal(code, (await sending).Error?.Code);
        Assert.Equal(tries, answers.Count);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(429)]
    public async Task Send_HomeserverAwayForLong_IsWaitedFor(int status)
    {
        var answers = new Answers(count => count <= 30 ? new HttpResponseMessage((HttpStatusCode)status) : FakeHomeserver.Json(HttpStatusCode.OK, "{}"));

        var sending = Transport(answers).SendAsync(Request(Patience.Endless), default);
        await time.AdvanceUntilAsync(() => sending.IsCompleted, TimeSpan.FromSeconds(5));

        Assert.True((await sending).IsSuccess);
    }

    [Fact]
    public async Task Send_RetryAfterAsADate_IsWaitedFor()
    {
        var answers = new Answers(count =>
        {
            if (count > 1)
                return FakeHomeserver.Json(HttpStatusCode.OK, "{}");
            var busy = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
            busy.Headers.RetryAfter = new(time.GetUtcNow().AddSeconds(90));
            return busy;
        });
        var began = time.GetUtcNow();

        var sending = Transport(answers).SendAsync(Request(Patience.Endless), default);
        await time.AdvanceUntilAsync(() => sending.IsCompleted);

        Assert.InRange((time.GetUtcNow() - began).TotalSeconds, 90, 100);
    }

    [Fact]
    public async Task Send_SilentHomeserver_IsGivenUpAtTheDeadline()
    {
        var answers = new Answers(_ => null);

        var sending = Transport(answers).SendAsync(Request(Patience.Once), default);
        await time.AdvanceUntilAsync(() => sending.IsCompleted, TimeSpan.FromSeconds(5));

        Assert.Equal(MatrixErrors.Unreachable, (await sending).Error?.Code);
    }

    [Fact]
    public async Task Send_Cancelled_EndsAtOnce()
    {
        using var stop = new CancellationTokenSource();
        var sending = Transport(new Answers(_ => throw new HttpRequestException("refused"))).SendAsync(Request(Patience.Endless), stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task Send_ErrorWithControlCharacters_ComesOutOnOneLine()
    {
        var answers = new Answers(_ => FakeHomeserver.Json(HttpStatusCode.BadRequest, "{\"errcode\":\"M_X\\n\",\"error\":\"a\\r\\nforged log line\\u001b[31m\"}"));

        var result = await Transport(answers).SendAsync(Request(Patience.Once), default);

        Assert.DoesNotContain(result.Error!.ToString(), character => char.IsControl(character));
    }

    private static MatrixRequest Request(Patience patience) => new(HttpMethod.Get, "/x") { Patience = patience };

    private MatrixTransport Transport(Answers answers) => new(MatrixHttp.Over(answers), time, NullLogger<MatrixTransport>.Instance);

    private sealed class Answers(Func<int, HttpResponseMessage?> answer) : HttpMessageHandler
    {
        private int count;

        public int Count => count;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (answer(Interlocked.Increment(ref count)) is { } ready)
                return ready;
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        }
    }
}
