using System.Collections.Immutable;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace QuitteXBot.Ingestion.Fetching;

/// <summary>
/// One connection for one request, to addresses that were checked before and to no others: no proxy, no cookies, no credentials, no redirects of its own.
/// </summary>
internal sealed class PageConnection : IDisposable
{
    private readonly ImmutableArray<IPEndPoint> _endPoints;
    private readonly FetchOptions _options;
    private readonly HttpMessageInvoker _http;

    public PageConnection(ImmutableArray<IPEndPoint> endPoints, FetchOptions options)
    {
        (_endPoints, _options) = (endPoints, options);
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectCallback = async (_, cancellationToken) => await ConnectAsync(cancellationToken).ConfigureAwait(false),
            MaxResponseDrainSize = 0,
            MaxResponseHeadersLength = options.LargestHeaderKibibytes,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            SslOptions = Tls(options),
            UseCookies = false,
            UseProxy = false,
        });
    }

    /// <summary>The answer as soon as its header is there.</summary>
    public Task<HttpResponseMessage> SendAsync(Uri uri, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, uri) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        request.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", "text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        request.Headers.TryAddWithoutValidation("Accept-Language", "fr, en;q=0.5");
        request.Headers.ConnectionClose = true;
        return _http.SendAsync(request, cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private async Task<Stream> ConnectAsync(CancellationToken cancellationToken)
    {
        for (var at = 0; ; at++)
        {
            var last = at == _endPoints.Length - 1;
            var socket = new Socket(_endPoints[at].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(_options.ConnectTime);
            try
            {
                await socket.ConnectAsync(_endPoints[at], limit.Token).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception exception)
            {
                socket.Dispose();
                if (exception is not (SocketException or OperationCanceledException) || cancellationToken.IsCancellationRequested)
                    throw;
                if (last)
                    throw exception as SocketException ?? new SocketException((int)SocketError.TimedOut);
            }
        }
    }

    private static SslClientAuthenticationOptions Tls(FetchOptions options)
    {
        var tls = new SslClientAuthenticationOptions();
        if (options.TrustedRoots is not { } roots)
            return tls;
        tls.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        tls.CertificateChainPolicy.CustomTrustStore.AddRange(roots);
        return tls;
    }
}
