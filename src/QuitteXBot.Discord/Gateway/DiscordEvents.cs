using Microsoft.Extensions.Logging;
using QuitteXBot.Discord.Client;
using QuitteXBot.Discord.Interactions;
using QuitteXBot.Discord.Mentions;

namespace QuitteXBot.Discord.Gateway;

/// <summary>Takes interactions and mentions off the gateway and has them answered, many at a time.</summary>
internal sealed partial class DiscordEvents(
    InteractionDispatcher interactions, MentionHandler mentions, ILogger<DiscordEvents> log) : IDisposable
{
    /// <summary>More at once are not taken on: they could not be answered within 3 s, and each holds memory.</summary>
    private const int MostAtOnce = 2_000;

    private readonly CancellationTokenSource stopping = new();
    private readonly Lock gate = new();
    private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int running;
    private bool finishing;

    /// <summary>Has an interaction answered; returns at once.</summary>
    public void Take(IncomingInteraction incoming) => Start(() => interactions.HandleAsync(incoming.Interaction, incoming.Channel, stopping.Token), "INTERACTION_CREATE");

    /// <summary>Has a message answered, if it is meant for the bot; returns at once.</summary>
    public void Take(IncomingMessage message) => Start(() => mentions.HandleAsync(message, stopping.Token), "MESSAGE_CREATE");

    /// <summary>Waits for what is being answered, for a while, then gives up on it.</summary>
    public async Task FinishAsync(TimeSpan patience)
    {
        lock (gate)
        {
            finishing = true;
            if (running == 0)
                finished.TrySetResult();
        }

        await Task.WhenAny(finished.Task, Task.Delay(patience)).ConfigureAwait(false);
        await stopping.CancelAsync().ConfigureAwait(false);
    }

    public void Dispose() => stopping.Dispose();

    private void Start(Func<Task> work, string type)
    {
        lock (gate)
        {
            if (running >= MostAtOnce)
            {
                Log.Full(log, type, MostAtOnce);
                return;
            }

            running++;
        }

        // Not Task.Run: called on a pool thread, it puts the newest first, and who asked before waits the longer the more ask.
        ThreadPool.UnsafeQueueUserWorkItem(static each => _ = each.Self.GuardAsync(each.Work, each.Type), (Self: this, Work: work, Type: type), preferLocal: false);
    }

    private void Finish()
    {
        lock (gate)
        {
            if (--running == 0 && finishing)
                finished.TrySetResult();
        }
    }

    private async Task GuardAsync(Func<Task> work, string type)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The bot is stopping.
        }
#pragma warning disable CA1031 // A bug while answering one event must not stop the others.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Log.Failed(log, fault, type);
        }
        finally
        {
            Finish();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Discord: a {Type} is not answered: {Most} are being answered already")]
        public static partial void Full(ILogger log, string type, int most);

        [LoggerMessage(LogLevel.Error, "Discord: answering a {Type} failed")]
        public static partial void Failed(ILogger log, Exception fault, string type);
    }
}
