using System.Net;

namespace QuitteXBot.Matrix.Client;

/// <summary>The connection to the homeserver. Limits and time-outs are each request's own.</summary>
internal static class MatrixHttp
{
    public static HttpClient Create(string? homeserver)
    {
        var handler = new SocketsHttpHandler
        {
            // A redirection would take the token somewhere else.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionLifetime = TimeSpan.FromMinutes(15),
            UseCookies = false,
            UseProxy = !(Uri.TryCreate(homeserver, UriKind.Absolute, out var address) && address.IsLoopback),
        };
        return Over(handler);
    }

    public static HttpClient Over(HttpMessageHandler handler) => new(handler) { Timeout = Timeout.InfiniteTimeSpan };
}
