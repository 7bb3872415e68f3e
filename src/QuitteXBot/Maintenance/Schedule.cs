using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Configuration;

namespace QuitteXBot.Maintenance;

/// <summary>Daily work at its time of day, in UTC. What fell due while the program did not run, or while other work went on, is not made up for.</summary>
internal sealed partial class Schedule(IMaintenance maintenance, MaintenanceSection times, TimeProvider clock, ILogger<Schedule> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        DailyAsync("backup", times.BackupAt, BackUpAsync, stoppingToken),
        DailyAsync("reindex", times.ReindexAt, _ => WorkAsync("reindex", maintenance.Reindex()), stoppingToken),
        DailyAsync("source check", times.SourceCheckAt, _ => WorkAsync("source check", maintenance.CheckSources()), stoppingToken));

    /// <summary>How long until that time of day comes next: more than nothing, a day at most.</summary>
    internal static TimeSpan Until(TimeOnly time, DateTimeOffset now)
    {
        var next = new DateTimeOffset(DateOnly.FromDateTime(now.UtcDateTime), time, TimeSpan.Zero);
        return (next > now ? next : next.AddDays(1)) - now;
    }

    private async Task DailyAsync(string name, TimeOnly? time, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        if (time is not { } daily)
            return;
        while (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(Until(daily, clock.GetUtcNow()), clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancellationToken.IsCancellationRequested)
                return;
            try
            {
                await work(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                LogBroke(log, exception, name);
            }
        }
    }

    private async Task BackUpAsync(CancellationToken cancellationToken)
    {
        var backup = await maintenance.BackupAsync(cancellationToken);
        if (backup.IsSuccess)
            LogDone(log, "backup");
        else
            LogFailed(log, "backup", backup.Error.ToString());
    }

    private async Task WorkAsync(string name, IAsyncEnumerable<MaintenanceStep>? steps)
    {
        if (steps is null)
        {
            LogBusy(log, name);
            return;
        }

        MaintenanceStep? last = null;
        await foreach (var step in steps)
            last = step;
        if (last is WorkFailed failed)
            LogFailed(log, name, failed.Error.ToString());
        else
            LogDone(log, name);
    }

    [LoggerMessage(LogLevel.Information, "The daily {Work} is done")]
    private static partial void LogDone(ILogger log, string work);

    [LoggerMessage(LogLevel.Warning, "The daily {Work} is left out: other work goes on")]
    private static partial void LogBusy(ILogger log, string work);

    [LoggerMessage(LogLevel.Error, "The daily {Work} failed: {Reason}")]
    private static partial void LogFailed(ILogger log, string work, string reason);

    [LoggerMessage(LogLevel.Error, "The daily {Work} broke off")]
    private static partial void LogBroke(ILogger log, Exception exception, string work);
}
