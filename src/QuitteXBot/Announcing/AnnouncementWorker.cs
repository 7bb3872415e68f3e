using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using QuitteXBot.Commands.Announcing;
using QuitteXBot.Core.Moderation;

namespace QuitteXBot.Announcing;

/// <summary>
/// Sends what waits in the outbox: each channel in order, channels beside one another. An item is marked behind its sending; when the process ends in between,
/// it is sent again under the same key, by which the platform tells the repetition.
/// </summary>
internal sealed partial class AnnouncementWorker(
    IAnnouncementStore store, AnnouncementWriter writer, IEnumerable<IAnnouncer> announcers, TimeProvider clock, ILogger<AnnouncementWorker> log) : BackgroundService
{
    private const int MostAttempts = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(15);

    private readonly ImmutableDictionary<string, IAnnouncer> announcers = announcers.ToImmutableDictionary(announcer => announcer.Platform);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var due = await store.DueAsync([.. announcers.Keys], stoppingToken);
                await Task.WhenAll(due.Select(item => DeliverAsync(item, stoppingToken)));
                if (due.Count == 0)
                    await Task.Delay(Pause, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException)
            {
                LogOutboxFailed(log, exception);
                await Task.Delay(AfterFailure, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task DeliverAsync(OutboxItem item, CancellationToken cancellationToken)
    {
        // An edit of a message that was never sent has nothing to edit.
        var reply = await writer.WriteAsync(item, cancellationToken);
        if (reply is null || item is { Operation: OutboxOperation.Edit, MessageId: null })
        {
            await store.SentAsync(item.Number, null, cancellationToken);
            return;
        }

        var announcer = announcers[item.Subscription?.Platform ?? item.Recipient!.Split(':')[0]];
        var delivery = item switch
        {
            { Operation: OutboxOperation.Notice } => await announcer.NotifyAsync(
                item.Recipient![(announcer.Platform.Length + 1)..], reply, item.Key, cancellationToken),
            { Operation: OutboxOperation.Edit, MessageId: { } message } => await announcer.EditAsync(
                item.Subscription!.Channel, message, reply, item.Key, item.Subscription.AsText, cancellationToken),
            _ => await announcer.SendAsync(item.Subscription!.Channel, reply, item.Key, item.Subscription.AsText, cancellationToken),
        };
        switch (delivery)
        {
            case Delivered delivered:
                // What was sent is marked so, also when the host stops just now.
                await store.SentAsync(item.Number, delivered.MessageId, CancellationToken.None);
                break;
            case DeliverLater later when item.Attempts < MostAttempts:
                LogWaits(log, item.Number, later.Reason);
                var delay = later.Delay * Math.Pow(2, Math.Min(item.Attempts, 8));
                await store.DelayAsync(item.Number, clock.GetUtcNow() + (delay < LongestDelay ? delay : LongestDelay), cancellationToken);
                break;
            case DeliverLater later:
                LogGivenUp(log, item.Number, item.Attempts, later.Reason);
                await store.GiveUpAsync(item.Number, item.Subscription is null ? null : later.Reason, cancellationToken);
                break;
            case Undeliverable refused:
                LogRefused(log, item.Number, refused.Reason);
                await store.GiveUpAsync(item.Number, refused.ChannelIsLost && item.Subscription is not null ? refused.Reason : null, cancellationToken);
                break;
            default:
                throw new InvalidOperationException($"A delivery of kind {delivery.GetType().Name} is not handled.");
        }
    }

    [LoggerMessage(LogLevel.Error, "The outbox could not be served; it is tried again")]
    private static partial void LogOutboxFailed(ILogger log, Exception exception);

    [LoggerMessage(LogLevel.Warning, "Announcement {Number} waits: {Reason}")]
    private static partial void LogWaits(ILogger log, long number, string reason);

    [LoggerMessage(LogLevel.Error, "Announcement {Number} is given up after {Attempts} attempts: {Reason}")]
    private static partial void LogGivenUp(ILogger log, long number, int attempts, string reason);

    [LoggerMessage(LogLevel.Warning, "Announcement {Number} cannot be sent: {Reason}")]
    private static partial void LogRefused(ILogger log, long number, string reason);
}
