namespace QuitteXBot.Discord.Interactions;

/// <summary>One HTTP request with an interaction, and its response, which carries the first answer.</summary>
internal sealed class HttpExchange
{
    private readonly TaskCompletionSource<ReadOnlyMemory<byte>> body = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The response's body, once there is one; empty where none will come.</summary>
    public Task<ReadOnlyMemory<byte>> Body => body.Task;

    /// <summary>Called when the response has been written: only then does Discord know of the message, and it can be edited.</summary>
    public void Written() => written.TrySetResult();

    /// <summary>Ends the wait for a body that will not come.</summary>
    public void Abandon() => body.TrySetResult(default);

    /// <summary>Gives the response its body, and waits until it is written.</summary>
    public Task WriteAsync(ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        body.TrySetResult(json);
        return written.Task.WaitAsync(cancellationToken);
    }
}
