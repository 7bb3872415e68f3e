using QuitteXBot.Discord.Messages;

namespace QuitteXBot.Discord.Interactions;

/// <summary>Shows a message's later forms without haste: at most one edit in a while, none of them older than what is known by then, and the last one always.</summary>
internal sealed class UpdatePump(TimeProvider time)
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Reads the updates to their end, never waiting for an edit meanwhile.</summary>
    public async Task RunAsync(IAsyncEnumerable<OutgoingMessage> updates, Func<OutgoingMessage, Task> edit, CancellationToken cancellationToken)
    {
        OutgoingMessage? waiting = null;
        var editing = Task.CompletedTask;
        var pause = Task.CompletedTask;
        var source = updates.GetAsyncEnumerator(cancellationToken);
        await using (source.ConfigureAwait(false))
        {
            for (var next = source.MoveNextAsync().AsTask(); ;)
            {
                if (waiting is null || (await Task.WhenAny(next, Task.WhenAll(editing, pause)).ConfigureAwait(false)) == next)
                {
                    if (!await next.ConfigureAwait(false))
                        break;
                    waiting = source.Current;
                    next = source.MoveNextAsync().AsTask();
                }

                if (waiting is not null && editing.IsCompleted && pause.IsCompleted)
                {
                    editing = edit(waiting);
                    pause = Task.Delay(Pause, time, cancellationToken);
                    waiting = null;
                }
            }
        }

        await editing.ConfigureAwait(false);
        if (waiting is not null)
            await edit(waiting).ConfigureAwait(false);
    }
}
