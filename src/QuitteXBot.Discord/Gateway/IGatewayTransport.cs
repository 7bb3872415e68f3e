using QuitteXBot.Core.Results;

namespace QuitteXBot.Discord.Gateway;

/// <summary>One connection to the gateway, without any knowledge of what is said over it. Used once, then disposed of.</summary>
public interface IGatewayTransport : IAsyncDisposable
{
    /// <summary>Opens it; the error where that fails, null when it is open.</summary>
    Task<Error?> ConnectAsync(Uri url, CancellationToken cancellationToken);

    /// <summary>Sends one payload whole; the error where the connection is lost.</summary>
    Task<Error?> SendAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken);

    /// <summary>The next payload, unpacked, or that the connection has ended. One caller at a time.</summary>
    Task<GatewayFrame> ReceiveAsync(CancellationToken cancellationToken);

    /// <summary>Closes it with a WebSocket close code: 1000 ends the session for good, another one keeps it for a resume.</summary>
    Task CloseAsync(int code, CancellationToken cancellationToken);
}

/// <summary>What came over the connection.</summary>
/// <param name="Payload">JSON in UTF-8, or empty when the connection ended.</param>
/// <param name="IsEnd">Whether the connection ended.</param>
/// <param name="CloseCode">With which code, if any was given.</param>
/// <param name="Reason">What was said at the end, if anything.</param>
public readonly record struct GatewayFrame(ReadOnlyMemory<byte> Payload, bool IsEnd, int? CloseCode, string? Reason)
{
    public static GatewayFrame Message(ReadOnlyMemory<byte> payload) => new(payload, false, null, null);

    public static GatewayFrame End(int? code, string? reason) => new(default, true, code, reason);
}
