using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using QuitteXBot.Core.Results;
using QuitteXBot.Matrix.Client;
using QuitteXBot.Matrix.Conversation;
using QuitteXBot.Matrix.Protocol;
using QuitteXBot.Matrix.State;

namespace QuitteXBot.Matrix.Sync;

/// <summary>
/// Does the work: of one room in its order, of several rooms at once. When more comes than is done, listening waits; the homeserver keeps the rest.
/// </summary>
internal sealed partial class Worker
{
    private const int Lanes = 4;
    private const int LongestQueue = 2000;
    private const int MostAtHand = 1000;

    private readonly ConcurrentDictionary<string, RoomEvent> atHand = new(StringComparer.Ordinal);
    private readonly Channel<WorkItem>[] lanes = new Channel<WorkItem>[Lanes];
    private readonly IMatrixState state;
    private readonly Conversations conversations;
    private readonly Courtesy courtesy;
    private readonly ILogger<Worker> logger;
    private readonly Lock gate = new();
    private TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int open;

    public Worker(IMatrixState state, Conversations conversations, Courtesy courtesy, ILogger<Worker> logger)
    {
        (this.state, this.conversations, this.courtesy, this.logger) = (state, conversations, courtesy, logger);
        for (var i = 0; i < Lanes; i++)
            lanes[i] = Channel.CreateBounded<WorkItem>(new BoundedChannelOptions(LongestQueue) { SingleReader = true });
    }

    /// <summary>Waits until all work that was added is done, but not longer than this.</summary>
    public async Task SettleAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        Task settled;
        lock (gate)
            settled = open == 0 ? Task.CompletedTask : idle.Task;
        if (settled.IsCompleted)
            return;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(settled, Task.Delay(atMost, time, enough.Token));
        await enough.CancelAsync();
    }

    public async Task AddAsync(IReadOnlyList<WorkItem> items, IReadOnlyDictionary<string, RoomEvent> events, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (open == 0)
                idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
            open += items.Count;
        }

        foreach (var item in items)
        {
            if (events.TryGetValue(item.Key, out var known) && atHand.Count < MostAtHand)
                atHand[item.Key] = known;
            await LaneOf(item.RoomId).Writer.WriteAsync(item, cancellationToken);
        }
    }

    /// <summary>Runs until it is cancelled, or until nothing will work again.</summary>
    public async Task<Error> RunAsync(CancellationToken cancellationToken)
    {
        var first = await Task.WhenAny(lanes.Select(lane => RunLaneAsync(lane.Reader, cancellationToken)));
        return await first;
    }

    private async Task<Error> RunLaneAsync(ChannelReader<WorkItem> lane, CancellationToken cancellationToken)
    {
        while (true)
        {
            var item = await lane.ReadAsync(cancellationToken);
            atHand.TryRemove(item.Key, out var known);
            var result = await DoAsync(item, known, cancellationToken);
            if (result.Error is { } error)
            {
                // What cannot be done for now stays, for when the configuration is mended; what is refused for good is done with.
                if (MatrixErrors.IsFinal(error))
                    return error;
                LogRefused(item.Kind, error.ToString());
            }

            if (result.Value.ForgetId is { } forgotten)
                state.FinishForgetting(item, forgotten);
            else
                state.Finish(item, result.Value.Keep, result.Value.KeepToo);
            lock (gate)
            {
                if (--open == 0)
                    idle.TrySetResult();
            }

            if (known is not null && lane.Count == 0)
                courtesy.Read(known, cancellationToken);
        }
    }

    private async Task<Result<Handling>> DoAsync(WorkItem item, RoomEvent? known, CancellationToken cancellationToken)
    {
        try
        {
            var work = conversations.HandleAsync(item, known, cancellationToken);
            if (item.Kind == WorkKind.Event && !work.IsCompleted)
                await courtesy.TypeWhileAsync(item.RoomId, work, cancellationToken);
            return await work;
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or SqliteException))
        {
            // A bug must not stop the bot, nor come back at every start.
            LogBug(fault, item.Kind, item.Key);
            return new Error("matrix-bug", "The work failed; see the log.");
        }
    }

    /// <summary>The same room always has the same lane.</summary>
    private Channel<WorkItem> LaneOf(string roomId)
    {
        var hash = 0u;
        foreach (var character in roomId)
            hash = (hash * 31) + character;
        return lanes[hash % Lanes];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Matrix: {Kind} was given up: {Fault}")]
    private partial void LogRefused(WorkKind kind, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Matrix: {Kind} {Key} failed.")]
    private partial void LogBug(Exception fault, WorkKind kind, string key);
}
