using QuitteXBot.Discord.Rest;

namespace QuitteXBot.Discord.Interactions;

/// <summary>Answers an interaction that came as an HTTP request: the first answer is the response's body.</summary>
internal sealed class HttpResponseChannel : IInteractionChannel
{
    private readonly TaskCompletionSource<ReadOnlyMemory<byte>> body = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<ReadOnlyMemory<byte>> Body => body.Task;

    /// <summary>Called when the response has been written: only then does Discord know of the message, and it can be edited.</summary>
    public void Written() => written.TrySetResult();

    /// <summary>Ends the wait for a body that will not come.</summary>
    public void Abandon() => body.TrySetResult(default);

    public async Task<RestResult> RespondAsync(ReadOnlyMemory<byte> json, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        body.TrySetResult(json);
        await written.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        return default;
    }
}
