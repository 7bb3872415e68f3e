using Microsoft.Extensions.Logging;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Matrix.Client;
using QuitteXBot.Matrix.Protocol;
using QuitteXBot.Matrix.State;

namespace QuitteXBot.Matrix.Conversation;

/// <summary>
/// Edits an answer while work goes on that takes long. Nothing waits for it: the question counts as answered when the answer was sent, and when the program is ended
/// meanwhile, so is the work.
/// </summary>
internal sealed partial class Progress(MatrixApi api, TimeProvider time, ILogger<Progress> logger)
{
    /// <summary>At most one edit in this time; what comes in between is passed over, but for the last.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    public void Follow(
        IAsyncEnumerable<Reply> updates, Func<Reply, ReadOnlyMemory<byte>> content, AnswerRecord answer, string cause, CancellationToken cancellationToken) =>
        _ = Task.Run(() => GuardedAsync(updates, content, answer, cause, cancellationToken), CancellationToken.None);

    private async Task GuardedAsync(
        IAsyncEnumerable<Reply> updates, Func<Reply, ReadOnlyMemory<byte>> content, AnswerRecord answer, string cause, CancellationToken cancellationToken)
    {
        try
        {
            await FollowAsync(updates, content, answer, cause, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            LogBroken(fault, answer.AnswerId);
        }
    }

    private async Task FollowAsync(
        IAsyncEnumerable<Reply> updates, Func<Reply, ReadOnlyMemory<byte>> content, AnswerRecord answer, string cause, CancellationToken cancellationToken)
    {
        var edits = 0;
        var last = time.GetTimestamp();
        Reply? unsent = null;
        await foreach (var update in updates.WithCancellation(cancellationToken))
        {
            unsent = update;
            if (time.GetElapsedTime(last) < Pace)
                continue;
            await SendAsync(update, Patience.Polite);
            (unsent, last) = (null, time.GetTimestamp());
        }

        if (unsent is not null)
            await SendAsync(unsent, Patience.Endless);

        async Task SendAsync(Reply update, Patience patience)
        {
            var transaction = TransactionId.For("progress", $"{cause}:{++edits}");
            var sent = await api.SendAsync(answer.RoomId, EventTypes.Message, transaction, content(update), cancellationToken, patience);
            if (sent.Error is { } error)
                LogNotShown(answer.AnswerId, error.ToString());
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Matrix: the work behind {AnswerId} failed.")]
    private partial void LogBroken(Exception fault, string answerId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Matrix: how far the work behind {AnswerId} is cannot be shown: {Fault}")]
    private partial void LogNotShown(string answerId, string fault);
}
