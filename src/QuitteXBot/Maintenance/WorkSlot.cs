using System.Threading.Channels;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Maintenance;

/// <summary>Work that takes long: one piece at a time, in the background, until it is done or the program ends.</summary>
internal sealed class WorkSlot : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private Task running = Task.CompletedTask;
    private bool stopped;

    public bool IsTaken
    {
        get
        {
            lock (gate)
                return !running.IsCompleted;
        }
    }

    /// <returns>The work's steps, whoever reads them late finds the newest; null where other work goes on.</returns>
    public IAsyncEnumerable<MaintenanceStep>? TryStart(Func<IProgress<MaintenanceStep>, CancellationToken, Task<MaintenanceStep>> work)
    {
        var steps = Channel.CreateBounded<MaintenanceStep>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (gate)
        {
            if (stopped || !running.IsCompleted)
                return null;
            running = Task.Run(() => RunAsync(work, steps.Writer), CancellationToken.None);
        }

        return steps.Reader.ReadAllAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Task last;
        lock (gate)
            (stopped, last) = (true, running);
        await stop.CancelAsync();
        await last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task RunAsync(Func<IProgress<MaintenanceStep>, CancellationToken, Task<MaintenanceStep>> work, ChannelWriter<MaintenanceStep> steps)
    {
        try
        {
            await steps.WriteAsync(await work(new Told(steps), stop.Token));
            steps.Complete();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            steps.Complete();
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await steps.WriteAsync(new WorkFailed(new Error("work-failed", exception.Message)));
            steps.Complete();
        }
        catch (Exception exception)
        {
            steps.Complete(exception);
            throw;
        }
    }

    /// <summary>A new stage, or five parts in a hundred more of it: no platform edits its message more often than that.</summary>
    private sealed class Told(ChannelWriter<MaintenanceStep> steps) : IProgress<MaintenanceStep>
    {
        private const double Least = 0.05;

        private UnderWay? last;

        public void Report(MaintenanceStep value)
        {
            if (value is UnderWay going && last is { } before && before.Stage == going.Stage && (going.Part ?? 0) - (before.Part ?? 0) < Least)
                return;
            last = value as UnderWay;
            steps.TryWrite(value);
        }
    }
}
