using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using QuitteXBot.Discord.Configuration;

namespace QuitteXBot.Discord.Rest;

/// <summary>The project's own client of Discord's REST API v10: rate limits from headers, retries where they do no harm, a guard against bans.</summary>
public sealed partial class DiscordRestClient : IDiscordRest
{
    private const int MostTries = 6;
    private const int MostReasonCharacters = 512;
    private static readonly TimeSpan TryTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    private readonly HttpMessageInvoker http;
    private readonly DiscordOptions options;
    private readonly string userAgent;
    private readonly TimeProvider time;
    private readonly ILogger<DiscordRestClient> log;
    private readonly RateLimiter limiter;
    private readonly InvalidRequestGuard guard;
    private volatile bool tokenRefused;

    /// <param name="http">Sends as it is told: addresses, headers, time-outs and retries come from here.</param>
    public DiscordRestClient(HttpMessageInvoker http, DiscordOptions options, TimeProvider time, ILogger<DiscordRestClient> log)
        : this(http, options, time, log, new InvalidRequestGuard(time))
    {
    }

    internal DiscordRestClient(HttpMessageInvoker http, DiscordOptions options, TimeProvider time, ILogger<DiscordRestClient> log, InvalidRequestGuard guard)
    {
        (this.http, this.options, this.time, this.log, this.guard) = (http, options, time, log, guard);
        userAgent = options.UserAgent;
        limiter = new RateLimiter(time);
    }

    public async Task<RestResult> SendAsync(DiscordRequest request, CancellationToken cancellationToken)
    {
        var route = DiscordRoute.Of(request.Method, request.Path);
        var inDoubt = false;
        for (var number = 1; ; number++)
        {
            if (tokenRefused && !route.IsInteraction)
                return new RestFailure(RestFailureKind.Unauthorised, 401, 0, "the token was refused before");
            if (guard.IsClosed)
                return new RestFailure(RestFailureKind.HeldBack, 0, 0, "too many refused requests");
            var bucket = await limiter.EnterAsync(route, request.Deadline, cancellationToken).ConfigureAwait(false);
            if (bucket is null)
                return new RestFailure(RestFailureKind.TooLate, 429, 0, "rate limited", inDoubt);

            var attempt = await TryAsync(request, route, bucket, cancellationToken).ConfigureAwait(false);
            inDoubt |= attempt.Doubt;
            if (attempt.Next == NextStep.Done)
                return attempt.Result.Failure is { } failure ? failure with { AfterDoubt = inDoubt } : attempt.Result;

            var fault = attempt.Result.Failure!;
            if (attempt.Next == NextStep.RetryIfHarmless && attempt.Doubt && !request.Repeatable)
                return fault with { Kind = RestFailureKind.InDoubt };
            if (attempt.Next == NextStep.RetryIfHarmless && number >= MostTries)
                return fault with { AfterDoubt = inDoubt };
            var pause = attempt.Wait ?? PauseBefore(number);
            if (time.GetUtcNow() + pause > request.Deadline)
                return fault with { Kind = RestFailureKind.TooLate, AfterDoubt = inDoubt };
            Log.Retrying(log, route.Template, fault.Status, fault.Message, (long)pause.TotalMilliseconds, number);
            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static TimeSpan PauseBefore(int number)
    {
        var longest = Math.Min(LongestPause.TotalMilliseconds, FirstPause.TotalMilliseconds * Math.Pow(2, number - 1));
        return TimeSpan.FromMilliseconds(longest * (0.5 + (Random.Shared.NextDouble() / 2)));
    }

    private async Task<Attempt> TryAsync(DiscordRequest request, DiscordRoute route, RateLimitBucket bucket, CancellationToken cancellationToken)
    {
        var headers = default(RateLimitHeaders);
        try
        {
            using var message = Compose(request, route);
            var timeout = request.Deadline - time.GetUtcNow() is { } left && left < TryTimeout ? left : TryTimeout;
            if (timeout <= TimeSpan.Zero)
                return Attempt.Final(new(RestFailureKind.TooLate, 0, 0, "the deadline passed"));
            using var limit = new CancellationTokenSource(timeout, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
            using var response = await http.SendAsync(message, either.Token).ConfigureAwait(false);
            headers = RateLimitHeaders.Of(response.Headers);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false);
            return Judge(response, body, headers, route, bucket);
        }
        catch (HttpRequestException fault)
        {
            var neverSent = fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
            return Attempt.Again(new(RestFailureKind.Unavailable, 0, 0, fault.Message), doubt: !neverSent);
        }
        catch (IOException fault)
        {
            return Attempt.Again(new(RestFailureKind.Unavailable, 0, 0, fault.Message), doubt: true);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Attempt.Again(new(RestFailureKind.Unavailable, 0, 0, "no answer in time"), doubt: true);
        }
        finally
        {
            limiter.Leave(route, bucket, headers);
        }
    }

    private Attempt Judge(HttpResponseMessage response, byte[] body, RateLimitHeaders headers, DiscordRoute route, RateLimitBucket bucket)
    {
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode)
            return new(NextStep.Done, new RestResult(body, null), null, Doubt: false);
        var (code, text, retryAfter, global) = ErrorBody.Read(body);
        switch (response.StatusCode)
        {
            case HttpStatusCode.TooManyRequests:
                if (!headers.Shared)
                    guard.Count();
                var wait = retryAfter ?? RateLimitHeaders.Seconds(response.Headers, "Retry-After") ?? TimeSpan.FromSeconds(1);
                if (global)
                    limiter.Global.PauseFor(wait);
                else
                    bucket.PauseFor(wait);
                return new(NextStep.Retry, new RestFailure(RestFailureKind.Unavailable, status, code, text), wait, Doubt: false);
            case HttpStatusCode.Unauthorized:
                guard.Count();
                tokenRefused |= !route.IsInteraction;
                return Attempt.Final(new(RestFailureKind.Unauthorised, status, code, text));
            case HttpStatusCode.Forbidden:
                guard.Count();
                return Attempt.Final(new(RestFailureKind.Refused, status, code, text));
            case >= HttpStatusCode.InternalServerError:
                return Attempt.Again(new(RestFailureKind.Unavailable, status, code, text), doubt: true);
            default:
                return Attempt.Final(new(RestFailureKind.Refused, status, code, text));
        }
    }

    private HttpRequestMessage Compose(DiscordRequest request, DiscordRoute route)
    {
        var message = new HttpRequestMessage(request.Method, new Uri(options.ApiBaseUrl, request.Path));
        message.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        if (!route.IsInteraction && options.Token is not null)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bot", options.Token);
        if (request.AuditLogReason is { } reason)
            message.Headers.TryAddWithoutValidation("X-Audit-Log-Reason", Uri.EscapeDataString(reason[..Math.Min(reason.Length, MostReasonCharacters)]));
        if (!request.Files.IsEmpty)
            message.Content = MultipartBody.Compose(request);
        else if (!request.Body.IsEmpty)
            message.Content = JsonBody(request.Body);
        return message;
    }

    internal static ReadOnlyMemoryContent JsonBody(ReadOnlyMemory<byte> body)
    {
        var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private enum NextStep
    {
        Done,
        Retry,
        RetryIfHarmless,
    }

    private readonly record struct Attempt(NextStep Next, RestResult Result, TimeSpan? Wait, bool Doubt)
    {
        public static Attempt Final(RestFailure failure) => new(NextStep.Done, failure, null, Doubt: false);

        public static Attempt Again(RestFailure failure, bool doubt) => new(NextStep.RetryIfHarmless, failure, null, doubt);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Discord: {Route} gave {Status} ({Reason}); again in {Milliseconds} ms (try {Number})")]
        public static partial void Retrying(ILogger log, string route, int status, string reason, long milliseconds, int number);
    }
}
