using System.Net;
using Microsoft.Extensions.Logging;
using QuitteXBot.Discord.Rest;
using Net = global::Discord;

namespace QuitteXBot.DiscordNet;

/// <summary>
/// Calls Discord.Net and turns what it throws into results. Of its own retries only those for rate limits are left on: the one for a 502
/// goes round without a pause and without asking whether the call may be done twice.
/// </summary>
internal sealed partial class NetCalls(TimeProvider time, ILogger<NetCalls> log)
{
    private const int MostTries = 6;
    private static readonly TimeSpan TryTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    /// <summary>The clock that deadlines are kept by.</summary>
    public TimeProvider Time => time;

    /// <param name="what">For the log.</param>
    /// <param name="repeatable">Whether doing it twice does no harm.</param>
    /// <param name="deadline">When it stops being of use; null: after as many tries as are made.</param>
    public async Task<RestResult> SendAsync(
        string what, bool repeatable, DateTimeOffset? deadline, Func<Net.RequestOptions, Task> call, CancellationToken cancellationToken)
    {
        var inDoubt = false;
        for (var number = 1; ; number++)
        {
            var patience = deadline - time.GetUtcNow() is { } left && left < TryTimeout ? left : TryTimeout;
            if (patience <= TimeSpan.Zero)
                return new RestFailure(RestFailureKind.TooLate, 0, 0, "the deadline passed", inDoubt);
            var (failure, doubt) = await TryAsync(call, patience, cancellationToken).ConfigureAwait(false);
            if (failure is null)
                return default;
            inDoubt |= doubt;
            failure = failure with { AfterDoubt = inDoubt };
            if (failure.Kind != RestFailureKind.Unavailable || number >= MostTries)
                return failure;
            if (doubt && !repeatable)
                return failure with { Kind = RestFailureKind.InDoubt };
            var pause = TimeSpan.FromMilliseconds(Math.Min(LongestPause.TotalMilliseconds, FirstPause.TotalMilliseconds * Math.Pow(2, number - 1)));
            if (time.GetUtcNow() + pause > deadline)
                return failure with { Kind = RestFailureKind.TooLate };
            Log.Retrying(log, what, failure.Status, failure.Message, (long)pause.TotalMilliseconds, number);
            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>One try.</summary>
    public async Task<(RestFailure? Failure, bool Doubt)> TryAsync(Func<Net.RequestOptions, Task> call, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await call(OptionsFor(patience, either.Token)).ConfigureAwait(false);
            return (null, false);
        }
        catch (Net.Net.HttpException fault)
        {
            return (Judge(fault), fault.HttpCode >= HttpStatusCode.InternalServerError);
        }
        catch (Net.Net.RateLimitedException fault)
        {
            return (new RestFailure(RestFailureKind.TooLate, 429, 0, fault.Message), false);
        }
        catch (HttpRequestException fault)
        {
            var neverSent = fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
            return (new RestFailure(RestFailureKind.Unavailable, 0, 0, fault.Message), !neverSent);
        }
        catch (Exception fault) when (fault is IOException or TimeoutException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (new RestFailure(RestFailureKind.Unavailable, 0, 0, "no answer in time"), true);
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            // Discord.Net checks for itself what it sends, and whether it is logged in.
            return (new RestFailure(RestFailureKind.Refused, 0, 0, fault.Message), false);
        }
    }

    private static Net.RequestOptions OptionsFor(TimeSpan patience, CancellationToken cancellationToken) => new()
    {
        Timeout = (int)Math.Ceiling(patience.TotalMilliseconds),
        RetryMode = Net.RetryMode.RetryRatelimit,
        CancelToken = cancellationToken,
    };

    private static RestFailure Judge(Net.Net.HttpException fault)
    {
        var kind = fault.HttpCode switch
        {
            HttpStatusCode.Unauthorized => RestFailureKind.Unauthorised,
            >= HttpStatusCode.InternalServerError => RestFailureKind.Unavailable,
            _ => RestFailureKind.Refused,
        };
        return new RestFailure(kind, (int)fault.HttpCode, (int)(fault.DiscordCode ?? 0), Explain(fault));
    }

    private static string Explain(Net.Net.HttpException fault) => string.Join(
        "; ", (fault.Errors ?? []).SelectMany(part => part.Errors.Select(error => $"{part.Path}: {error.Message}")).Prepend(fault.Reason ?? fault.HttpCode.ToString()));

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Discord: {What} failed ({Status}, {Why}); again in {Milliseconds} ms (try {Number})")]
        public static partial void Retrying(ILogger log, string what, int status, string why, long milliseconds, int number);
    }
}
