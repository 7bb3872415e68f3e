using System.Net;
using System.Net.Sockets;
using System.Text;

namespace QuitteXBot.Ingestion.Tests.Fetching;

/// <summary>A server on the loopback that answers each request with whatever bytes a test wants, when it wants; what it breaks, it breaks on purpose.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<Stream, string, CancellationToken, Task> _answer;
    private readonly Func<Stream, Task<Stream>> _secure;
    private readonly Task _accepting;

    /// <param name="answer">Gets the stream and the request's header.</param>
    public RawServer(Func<Stream, string, CancellationToken, Task> answer, Func<Stream, Task<Stream>>? secure = null)
    {
        (_answer, _secure) = (answer, secure ?? Task.FromResult);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndpoint;

    public List<string> Requests { get; } = [];

    public static RawServer Of(string header, byte[] body) => new((stream, _, end) => SendAsync(stream, header, body, end));

    /// <param name="header">Lines of status and fields, without the empty one.</param>
    public static async Task SendAsync(Stream stream, string header, byte[] body, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(header.ReplaceLineEndings("\r\n") + "\r\n\r\n"), cancellationToken);
        await stream.WriteAsync(body, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _listener.Stop();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
                serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = await _secure(client.GetStream());
                var request = await ReadHeaderAsync(stream);
                lock (Requests)
                    Requests.Add(request);
                await _answer(stream, request, _end.Token);
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                // The client went away, as it should from a hostile server.
            }
        }
    }

    private async Task<string> ReadHeaderAsync(Stream stream)
    {
        var header = new StringBuilder();
        var buffer = new byte[1];
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(buffer, _end.Token) > 0)
            header.Append((char)buffer[0]);
        return header.ToString();
    }
}
