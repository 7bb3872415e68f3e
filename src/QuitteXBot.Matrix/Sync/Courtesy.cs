using QuitteXBot.Matrix.Client;
using QuitteXBot.Matrix.Conversation;
using QuitteXBot.Matrix.Protocol;

namespace QuitteXBot.Matrix.Sync;

/// <summary>Shows that the bot has read a message and that it is at work. Nothing waits for it, and nothing is lost when it fails.</summary>
internal sealed class Courtesy(MatrixApi api, BotIdentity bot, TimeProvider time)
{
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(1);

    /// <summary>A receipt wakes every client in the room, so that it waits until the answer has gone out, and then stands for all that came before.</summary>
    private static readonly TimeSpan ReceiptDelay = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly Dictionary<string, RoomEvent> lastRead = new(StringComparer.Ordinal);

    public void Read(RoomEvent read, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var isPending = lastRead.Count > 0;
            lastRead[read.RoomId] = read;
            if (isPending)
                return;
        }

        _ = Quietly(SendReceiptsAsync(cancellationToken));
    }

    /// <summary>Completes when the work does.</summary>
    public async Task TypeWhileAsync(string roomId, Task work, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (await Task.WhenAny(work, Task.Delay(Noticeable, time, enough.Token)) == work)
        {
            await enough.CancelAsync();
            return;
        }

        await Quietly(api.TypingAsync(roomId, bot.UserId, true, cancellationToken));
        await Task.WhenAny(work);
        await Quietly(api.TypingAsync(roomId, bot.UserId, false, cancellationToken));
    }

    private async Task SendReceiptsAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(ReceiptDelay, time, cancellationToken);
        List<RoomEvent> due;
        lock (gate)
        {
            due = [.. lastRead.Values];
            lastRead.Clear();
        }

        foreach (var read in due)
            await api.ReadAsync(read.RoomId, read.EventId, read.Content.ThreadRoot, cancellationToken);
    }

    private static async Task Quietly(Task task) => await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
