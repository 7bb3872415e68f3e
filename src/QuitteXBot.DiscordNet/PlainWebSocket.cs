using Net = global::Discord;

namespace QuitteXBot.DiscordNet;

/// <summary>
/// Discord.Net's WebSocket, without compression. It unpacks each message to the end of what has come, which .NET takes for data cut short where it
/// validates strictly (<c>System.IO.Compression.UseStrictValidation</c>), as the executable does.
/// </summary>
internal sealed class PlainWebSocket(Net.Net.WebSockets.IWebSocketClient inner) : Net.Net.WebSockets.IWebSocketClient
{
    public event Func<byte[], int, int, Task> BinaryMessage
    {
        add => inner.BinaryMessage += value;
        remove => inner.BinaryMessage -= value;
    }

    public event Func<string, Task> TextMessage
    {
        add => inner.TextMessage += value;
        remove => inner.TextMessage -= value;
    }

    public event Func<Exception, Task> Closed
    {
        add => inner.Closed += value;
        remove => inner.Closed -= value;
    }

    public void SetHeader(string key, string value) => inner.SetHeader(key, value);

    public void SetCancelToken(CancellationToken cancelToken) => inner.SetCancelToken(cancelToken);

    public Task ConnectAsync(string host) => inner.ConnectAsync(host.Replace("&compress=zlib-stream", "", StringComparison.Ordinal));

    public Task DisconnectAsync(int closeCode = 1000) => inner.DisconnectAsync(closeCode);

    public Task SendAsync(byte[] data, int index, int count, bool isText) => inner.SendAsync(data, index, count, isText);

    public void Dispose() => inner.Dispose();
}
