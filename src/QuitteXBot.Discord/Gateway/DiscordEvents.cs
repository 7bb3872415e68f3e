using System.Text.Json;
using Microsoft.Extensions.Logging;
using QuitteXBot.Discord.Interactions;
using QuitteXBot.Discord.Mentions;
using QuitteXBot.Discord.Rest;

namespace QuitteXBot.Discord.Gateway;

/// <summary>Takes interactions and mentions off the gateway and has them answered, many at a time.</summary>
internal sealed partial class DiscordEvents(
    InteractionDispatcher interactions, MentionHandler mentions, IDiscordRest rest, BotIdentity bot, ILogger<DiscordEvents> log) : IGatewayEvents, IDisposable
{
    /// <summary>More at once are not taken on: they could not be answered within 3 s, and each holds memory.</summary>
    private const int MostAtOnce = 2_000;

    private readonly CancellationTokenSource stopping = new();
    private readonly Lock gate = new();
    private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int running;
    private bool finishing;

    public void OnDispatch(string type, JsonElement data)
    {
        switch (type)
        {
            case "READY":
                bot.UserId = InteractionParser.Object(data, "user") is { } user ? InteractionParser.Id(user, "id") ?? 0 : 0;
                bot.ApplicationId = InteractionParser.Object(data, "application") is { } application ? InteractionParser.Id(application, "id") ?? 0 : 0;
                break;
            case "INTERACTION_CREATE" when InteractionParser.Parse(data) is { } interaction:
                Start(() => interactions.HandleAsync(interaction, new CallbackChannel(rest, interaction), stopping.Token), type);
                break;
            case "MESSAGE_CREATE" when IncomingMessage.Parse(data) is { } message:
                Start(() => mentions.HandleAsync(message, stopping.Token), type);
                break;
        }
    }

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
