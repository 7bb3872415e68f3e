using QuitteXBot.Matrix.Client;
using QuitteXBot.Matrix.Conversation;
using QuitteXBot.Matrix.Protocol;

namespace QuitteXBot.Matrix.Sync;

/// <summary>Shows that the bot has read a message and that it is at work. Nothing waits for it, and nothing is lost when it fails.</summary>
internal sealed class Courtesy(MatrixApi api, BotIdentity bot, TimeProvider time)
{
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(1);

    private Task receipt = Task.CompletedTask;

    public void Read(RoomEvent read, CancellationToken cancellationToken)
    {
        if (receipt.IsCompleted)
            receipt = Quietly(api.ReadAsync(read.RoomId, read.EventId, read.Content.ThreadRoot, cancellationToken));
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

    private static async Task Quietly(Task task) => await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
