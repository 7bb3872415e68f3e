using System.Buffers;
using System.Net.WebSockets;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Discord.Gateway;

/// <summary>The gateway over a WebSocket, as JSON, compressed as a stream or not.</summary>
internal sealed class WebSocketGatewayTransport(bool compress, string userAgent) : IGatewayTransport
{
    private readonly ClientWebSocket socket = new();
    private readonly ZlibStreamDecoder? decoder = compress ? new ZlibStreamDecoder() : null;
    private readonly ArrayBufferWriter<byte> message = new(16 * 1024);

    public async Task<Error?> ConnectAsync(Uri url, CancellationToken cancellationToken)
    {
        var query = "v=10&encoding=json" + (compress ? "&compress=zlib-stream" : "");
        var address = new UriBuilder(url) { Query = query, Path = url.AbsolutePath.Length == 0 ? "/" : url.AbsolutePath }.Uri;
        try
        {
            socket.Options.KeepAliveInterval = TimeSpan.Zero;
            socket.Options.SetRequestHeader("User-Agent", userAgent);
            await socket.ConnectAsync(address, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (WebSocketException fault)
        {
            return new Error("discord-gateway-unreachable", $"The gateway cannot be reached: {fault.InnerException?.Message ?? fault.Message}", address.GetLeftPart(UriPartial.Path));
        }
        catch (OperationCanceledException)
        {
            return new Error("discord-gateway-unreachable", "The gateway did not answer in time.", address.GetLeftPart(UriPartial.Path));
        }
    }

    public async Task<Error?> SendAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        try
        {
            await socket.SendAsync(payload, WebSocketMessageType.Text, endOfMessage: true, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (Exception fault) when (fault is WebSocketException or InvalidOperationException or OperationCanceledException or IOException)
        {
            return new Error("discord-gateway-lost", $"The connection was lost while sending ({fault.Message}).");
        }
    }

    public async Task<GatewayFrame> ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                message.ResetWrittenCount();
                ValueWebSocketReceiveResult part;
                do
                {
                    // Cancelling the socket's own receive would abort it, and no close code could be sent any more.
                    part = await socket.ReceiveAsync(message.GetMemory(8 * 1024), CancellationToken.None).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
                    message.Advance(part.Count);
                    if (message.WrittenCount > ZlibStreamDecoder.LongestPayload)
                        return GatewayFrame.End(null, "a payload too long");
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close)
                    return GatewayFrame.End((int?)socket.CloseStatus, socket.CloseStatusDescription);
                if (part.MessageType == WebSocketMessageType.Text || decoder is null)
                    return GatewayFrame.Message(message.WrittenMemory);
                if (decoder.Decode(message.WrittenSpan) is { } payload)
                    return GatewayFrame.Message(payload);
            }
        }
        catch (Exception fault) when (fault is WebSocketException or IOException or InvalidDataException or InvalidOperationException)
        {
            return GatewayFrame.End(null, fault.Message);
        }
    }

    public async Task CloseAsync(int code, CancellationToken cancellationToken)
    {
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or InvalidOperationException or IOException)
        {
            // It is gone already, which is what was wanted.
        }
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        decoder?.Dispose();
        return ValueTask.CompletedTask;
    }
}
