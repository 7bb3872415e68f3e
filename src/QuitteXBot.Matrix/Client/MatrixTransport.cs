using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Matrix.Client;

/// <summary>Reads an answer's body, which is limited already.</summary>
internal delegate ValueTask<T> BodyReader<T>(Stream body, CancellationToken cancellationToken);

/// <summary>Exchanges requests with the homeserver: limits, time-outs, waiting when asked to, trying again, a new token when the old one ran out.</summary>
internal sealed partial class MatrixTransport(HttpClient http, TimeProvider time, ILogger<MatrixTransport> logger)
{
    /// <summary>An error of the homeserver's own (HTTP 500) that comes again and again is a bug there: one room must not hold up the others for ever.</summary>
    private const int MostServerErrors = 10;

    private const int SomeAttempts = 5;
    private static readonly TimeSpan LongestPoliteWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Set once, when the homeserver has been found.</summary>
    public Uri Address { get; set; } = new("http://localhost");

    public string? AccessToken { get; set; }

    /// <summary>Gets a new token in place of one that the homeserver no longer knows.</summary>
    public Func<string?, Error, CancellationToken, Task<Result<string>>>? Renew { get; set; }

    public Task<Result<JsonDocument>> SendAsync(MatrixRequest request, CancellationToken cancellationToken) =>
        SendAsync(request, ReadDocumentAsync, cancellationToken);

    public async Task<Result<T>> SendAsync<T>(MatrixRequest request, BodyReader<T> read, CancellationToken cancellationToken)
        where T : notnull
    {
        for (var failures = 0; ; failures++)
        {
            var token = AccessToken;
            var attempt = await TryAsync(request, read, token, cancellationToken);
            if (attempt.Result.Error is not { } error)
                return attempt.Result;
            if (request.Authenticated && error.Code is MatrixErrors.UnknownToken or MatrixErrors.SoftLogout && Renew is not null)
            {
                var renewed = await Renew(token, error, cancellationToken);
                if (!renewed.IsSuccess)
                    return renewed.Error;
                continue;
            }

            if (!attempt.Transient || HasEnough(request.Patience, attempt, failures + 1))
                return error;
            var wait = attempt.RetryAfter ?? Backoff.After(failures, Random.Shared.NextDouble());
            LogWaiting(error.Message, wait.TotalSeconds);
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    public async Task<Attempt<T>> TryAsync<T>(MatrixRequest request, BodyReader<T> read, string? token, CancellationToken cancellationToken)
        where T : notnull
    {
        using var deadline = new CancellationTokenSource(request.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var message = Message(request, token);
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var limit = response.IsSuccessStatusCode ? request.Limit : Math.Min(request.Limit, 1 << 16);
            await using var body = new LimitedStream(await response.Content.ReadAsStreamAsync(either.Token), limit);
            if (!response.IsSuccessStatusCode)
                return await RefusalAsync<T>(response, body, either.Token);
            if (response.Content.Headers.ContentLength > limit)
                return TooLarge<T>(limit);
            return new(await read(body, either.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Unreachable<T>($"did not answer within {request.Timeout.TotalSeconds:0} s");
        }
        catch (BodyTooLargeException tooLarge)
        {
            return new(new Error(MatrixErrors.TooLarge, tooLarge.Message, MatrixErrors.Place(Address)), Transient: true);
        }
        catch (JsonException)
        {
            return new(new Error(MatrixErrors.Garbage, "The homeserver's answer is not the JSON that the Matrix specification describes.", MatrixErrors.Place(Address)), Transient: true);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return Unreachable<T>($"cannot be reached ({fault.InnerException?.Message ?? fault.Message})");
        }
    }

    private static bool HasEnough<T>(Patience patience, Attempt<T> attempt, int failures)
        where T : notnull => patience switch
        {
            Patience.Once => true,
            Patience.Some => failures >= SomeAttempts,
            Patience.Polite => failures >= MostServerErrors || attempt.Result.Error?.Code != MatrixErrors.LimitExceeded || attempt.RetryAfter > LongestPoliteWait,
            _ => attempt.IsServerError && failures >= MostServerErrors,
        };

    private static async ValueTask<JsonDocument> ReadDocumentAsync(Stream body, CancellationToken cancellationToken) =>
        await JsonDocument.ParseAsync(body, new JsonDocumentOptions { MaxDepth = 100 }, cancellationToken);

    private HttpRequestMessage Message(MatrixRequest request, string? token)
    {
        var message = new HttpRequestMessage(request.Method, new Uri(Address, request.Path));
        if (request.Authenticated && token is not null)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (request.Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(request.ContentType);
        }

        return message;
    }

    private async Task<Attempt<T>> RefusalAsync<T>(HttpResponseMessage response, Stream body, CancellationToken cancellationToken)
        where T : notnull
    {
        var status = response.StatusCode;
        var transient = (int)status >= 500 || status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout;
        try
        {
            using var document = await ReadDocumentAsync(body, cancellationToken);
            var error = MatrixErrors.Of(status, document.RootElement, Address);
            return new(error, transient || error.Code == MatrixErrors.LimitExceeded, RetryAfter(response, document.RootElement), status == HttpStatusCode.InternalServerError);
        }
        catch (Exception fault) when (fault is JsonException or IOException)
        {
            return new(MatrixErrors.Of(status, default, Address), transient, RetryAfter(response, default), status == HttpStatusCode.InternalServerError);
        }
    }

    /// <summary>The header first, then the property that it replaced in v1.10 of the specification.</summary>
    private TimeSpan? RetryAfter(HttpResponseMessage response, JsonElement body)
    {
        TimeSpan? asked = null;
        if (response.Headers.RetryAfter is { } header)
            asked = header.Delta ?? header.Date - time.GetUtcNow();
        else if (body.ValueKind == JsonValueKind.Object && body.TryGetProperty("retry_after_ms", out var value) && value.TryGetDouble(out var milliseconds))
            asked = TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, LongestWait.TotalMilliseconds));
        if (asked is not { } wait)
            return null;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait;
    }

    private Attempt<T> Unreachable<T>(string how)
        where T : notnull =>
        new(new Error(MatrixErrors.Unreachable, $"The homeserver {how}.", MatrixErrors.Place(Address)), Transient: true);

    private Attempt<T> TooLarge<T>(long limit)
        where T : notnull =>
        new(new Error(MatrixErrors.TooLarge, string.Create(CultureInfo.InvariantCulture, $"The answer is longer than {limit} bytes."), MatrixErrors.Place(Address)), Transient: true);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Fault} Trying again in {Seconds:0.0} s.")]
    private partial void LogWaiting(string fault, double seconds);
}
