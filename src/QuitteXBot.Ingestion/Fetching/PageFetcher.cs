using System.Security.Authentication;
using QuitteXBot.Core.Fetching;

namespace QuitteXBot.Ingestion.Fetching;

/// <summary>
/// Fetches a page. Each hop, the first and every redirect, is read, resolved and checked anew, and connects to the addresses that were checked:
/// a name whose addresses change in between gains nothing.
/// </summary>
public sealed class PageFetcher(FetchOptions options, INameResolver resolver, TimeProvider time) : IPageFetcher
{
    public async Task<PageFetch> FetchAsync(string address, CancellationToken cancellationToken)
    {
        using var patience = new Patience(options, time, cancellationToken);
        for (var hop = 0; ; hop++)
        {
            if (!PageAddress.TryRead(address, options, out var page, out var refusal))
                return refusal;
            if (hop > options.MostRedirects)
                return new FetchRefusal(FetchRefusalReason.TooManyRedirects, $"The page redirects more than {options.MostRedirects} times.", page.Uri.AbsoluteUri);
            var (fetched, next) = await TryHopAsync(page, patience, cancellationToken).ConfigureAwait(false);
            if (fetched is not null)
                return fetched;
            address = next!;
        }
    }

    /// <summary>The outcome, or the address that the page redirects to.</summary>
    private async Task<(PageFetch? Fetched, string? Next)> TryHopAsync(PageAddress page, Patience patience, CancellationToken cancellationToken)
    {
        var url = page.Uri.AbsoluteUri;
        try
        {
            return await HopAsync(page, url, patience).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (patience.Refusal(url), null);
        }
        catch (HttpRequestException exception)
        {
            return (Refusal(exception.HttpRequestError, exception, url), null);
        }
        catch (HttpIOException exception)
        {
            return (Refusal(exception.HttpRequestError, exception, url), null);
        }
        catch (IOException exception)
        {
            return (Refusal(HttpRequestError.Unknown, exception, url), null);
        }
    }

    private async Task<(PageFetch? Fetched, string? Next)> HopAsync(PageAddress page, string url, Patience patience)
    {
        patience.Renew();
        var (endPoints, refusal) = await new HostGuard(resolver, options).AdmitAsync(page, patience.Token).ConfigureAwait(false);
        if (refusal is not null)
            return (refusal, null);
        patience.Renew();
        using var connection = new PageConnection(endPoints, options);
        using var response = await connection.SendAsync(page.Uri, patience.Token).ConfigureAwait(false);
        if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308))
            return (await new PageReader(options, patience, time).ReadAsync(response, url).ConfigureAwait(false), null);
        return response.Headers.NonValidated.TryGetValues("Location", out var locations) && locations.Count == 1 && page.Follow(locations.ToString()) is { } next
            ? (null, next)
            : (new FetchRefusal(FetchRefusalReason.InvalidRedirect, "The page redirects, but does not say to where.", url, (int)response.StatusCode), null);
    }

    private static FetchRefusal Refusal(HttpRequestError error, Exception exception, string url) => error switch
    {
        HttpRequestError.SecureConnectionError when exception.InnerException is AuthenticationException =>
            new(FetchRefusalReason.Certificate, "The server's certificate is not valid for its name.", url),
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError or HttpRequestError.ConfigurationLimitExceeded =>
            new(FetchRefusalReason.InvalidAnswer, $"The server's answer is not valid: {exception.Message}", url),
        _ => new(FetchRefusalReason.Unreachable, $"The server cannot be reached, or ended the connection: {exception.Message}", url),
    };
}
