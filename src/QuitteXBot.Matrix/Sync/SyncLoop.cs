using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using QuitteXBot.Core.Results;
using QuitteXBot.Matrix.Client;
using QuitteXBot.Matrix.Configuration;
using QuitteXBot.Matrix.Conversation;
using QuitteXBot.Matrix.Hosting;
using QuitteXBot.Matrix.Protocol;
using QuitteXBot.Matrix.State;

namespace QuitteXBot.Matrix.Sync;

/// <summary>
/// Hears the homeserver. What an answer brings is kept as work together with the position after it, and only then handed to the worker:
/// a crash at any moment neither loses an event nor takes it twice.
/// </summary>
internal sealed partial class SyncLoop(
    MatrixApi api,
    IMatrixState state,
    MatrixOptions options,
    BotIdentity bot,
    Addressing addressing,
    GapFiller gaps,
    IRoomEncryption encryption,
    Worker worker,
    MatrixStatus status,
    TimeProvider time,
    ILogger<SyncLoop> logger)
{
    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan AnswersFirst = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Delivery = TimeSpan.FromMilliseconds(50);

    private int mostEvents = SyncFilter.MostEvents;

    /// <summary>Runs until it is cancelled, or until nothing will work again: then the error says what to mend.</summary>
    public async Task<Error> RunAsync(CancellationToken cancellationToken)
    {
        for (var failures = 0; ;)
        {
            var fault = await GuardedAsync(failures > 0 || status.LastSync is null ? TimeSpan.Zero : LongPoll, cancellationToken);
            if (fault is null)
            {
                failures = 0;
                continue;
            }

            if (MatrixErrors.IsFinal(fault))
                return fault;
            if (fault.Code is MatrixErrors.TooLarge or MatrixErrors.Garbage)
                mostEvents = Math.Max(1, mostEvents / 2);
            status.Waits(fault);
            var wait = Backoff.After(failures++, Random.Shared.NextDouble());
            LogWaiting(fault.ToString(), wait.TotalSeconds);
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    /// <summary>An answer that hits a bug must not end the program, which would be started again and hit it again.</summary>
    private async Task<Error?> GuardedAsync(TimeSpan poll, CancellationToken cancellationToken)
    {
        try
        {
            return await OnceAsync(poll, cancellationToken);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or SqliteException))
        {
            LogBug(fault);
            return new Error("matrix-bug", "The homeserver's answer could not be handled; see the log.");
        }
    }

    private async Task<Error?> OnceAsync(TimeSpan poll, CancellationToken cancellationToken)
    {
        var round = new SyncRound(state.SyncToken, options, bot, new Candidates(options, bot, addressing, state, time), state, encryption);
        var token = await api.SyncAsync(state.SyncToken, poll, SyncFilter.Sync(mostEvents), new SyncReader(bot.UserId, round.Take), cancellationToken);
        if (!token.IsSuccess)
            return token.Error;
        var outcome = await round.CompleteAsync(token.Value, gaps, cancellationToken);
        var kept = state.Accept(outcome);
        status.Synced(time.GetUtcNow());
        mostEvents = SyncFilter.MostEvents;
        await worker.AddAsync(kept, round.Events, cancellationToken);
        // A homeserver that is asked for news while it takes in the answers and hands them to the members is slower with all of it.
        await worker.SettleAsync(AnswersFirst, time, cancellationToken);
        if (kept.Count > 0)
            await Task.Delay(Delivery, time, cancellationToken);
        return null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Matrix: an answer of the homeserver could not be handled.")]
    private partial void LogBug(Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Matrix: {Fault} Listening again in {Seconds:0.0} s.")]
    private partial void LogWaiting(string fault, double seconds);
}
