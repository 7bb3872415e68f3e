using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using QuitteXBot.Core.Results;
using QuitteXBot.Discord.Gateway;

namespace QuitteXBot.Discord.Tests.Gateway;

/// <summary>A connection whose other end is the test.</summary>
internal sealed class ScriptedTransport : IGatewayTransport
{
    private readonly Channel<GatewayFrame> incoming = Channel.CreateUnbounded<GatewayFrame>();
    private readonly Channel<JsonObject> outgoing = Channel.CreateUnbounded<JsonObject>();
    private readonly TaskCompletionSource<Uri> connected = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Uri> Connected => connected.Task.WaitAsync(TimeSpan.FromSeconds(10));

    public int? ClosedWith { get; private set; }

    public Error? RefuseWith { get; init; }

    public void Say(string json) => incoming.Writer.TryWrite(GatewayFrame.Message(Encoding.UTF8.GetBytes(json)));

    public void SayHello(int interval = 40_000) => Say($$$"""{"op":10,"d":{"heartbeat_interval":{{{interval}}} }}""");

    public void SayReady(int sequence = 1) => Say(
        $$$"""{"op":0,"s":{{{sequence}}} ,"t":"READY","d":{"session_id":"abc","resume_gateway_url":"wss://resume.example","user":{"id":"1300000000000000001"},"application":{"id":"1300000000000000002"} }}""");

    public void End(int? code) => incoming.Writer.TryWrite(GatewayFrame.End(code, null));

    /// <summary>What the bot says next.</summary>
    public async Task<JsonObject> HearAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        return await outgoing.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Whether the bot has said nothing more.</summary>
    public bool IsSilent => outgoing.Reader.Count == 0;

    public Task<Error?> ConnectAsync(Uri url, CancellationToken cancellationToken)
    {
        connected.TrySetResult(url);
        return Task.FromResult(RefuseWith);
    }

    public Task<Error?> SendAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        outgoing.Writer.TryWrite((JsonObject)JsonNode.Parse(payload.Span)!);
        return Task.FromResult<Error?>(null);
    }

    public async Task<GatewayFrame> ReceiveAsync(CancellationToken cancellationToken) => await incoming.Reader.ReadAsync(cancellationToken);

    public Task CloseAsync(int code, CancellationToken cancellationToken)
    {
        ClosedWith = code;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
