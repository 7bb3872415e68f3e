using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Results;
using QuitteXBot.Matrix.Client;
using QuitteXBot.Matrix.Configuration;
using QuitteXBot.Matrix.Protocol;
using QuitteXBot.Matrix.Rendering;
using QuitteXBot.Matrix.State;

namespace QuitteXBot.Matrix.Conversation;

/// <summary>
/// Puts answers into rooms. The cause of each message gives its transaction id, so that doing the same work again after a crash sends
/// nothing a second time.
/// </summary>
internal sealed class Outbox(MatrixApi api, MatrixOptions options, IRoomEncryption encryption)
{
    /// <summary>Replies to a question, in the thread that it was asked in.</summary>
    /// <param name="askedId">The event that has the question's words.</param>
    public async Task<Result<Handling>> AnswerAsync(Reply reply, RoomEvent question, string cause, string askedId, string steps, CancellationToken cancellationToken)
    {
        var thread = question.Content.ThreadRoot;
        var content = MessageContent.Notice(Render(reply, question.RoomId), question.EventId, thread);
        var sent = await SendAsync(question.RoomId, cause, content, cancellationToken);
        return sent.IsSuccess
            ? new Handling(new AnswerRecord(sent.Value, question.RoomId, question.EventId, askedId, thread, steps))
            : sent.Error;
    }

    public async Task<Result<Handling>> EditAsync(Reply reply, AnswerRecord answer, string cause, string steps, CancellationToken cancellationToken)
    {
        var content = MessageContent.Edit(Render(reply, answer.RoomId), answer.AnswerId);
        var sent = await SendAsync(answer.RoomId, cause, content, cancellationToken);
        return sent.IsSuccess ? new Handling(answer with { Steps = steps }) : sent.Error;
    }

    public async Task<Result<Handling>> TakeBackAsync(AnswerRecord answer, string cause, CancellationToken cancellationToken)
    {
        var sent = await api.RedactAsync(answer.RoomId, answer.AnswerId, TransactionId.For("redact", cause), cancellationToken);
        return sent.IsSuccess ? new Handling(ForgetId: answer.AnswerId) : sent.Error;
    }

    /// <summary>Says something that nobody can act on later.</summary>
    public async Task<Result<Handling>> SayAsync(Reply reply, string roomId, string cause, RoomEvent? inReplyTo, CancellationToken cancellationToken)
    {
        var content = MessageContent.Notice(Render(reply, roomId), inReplyTo?.EventId, inReplyTo?.Content.ThreadRoot);
        var sent = await SendAsync(roomId, cause, content, cancellationToken);
        return sent.IsSuccess ? Handling.Nothing : sent.Error;
    }

    private MatrixMessage Render(Reply reply, string roomId) => MatrixRenderer.Render(reply, options.PrefixIn(roomId));

    /// <summary>One cause sends one message, whatever is decided when the work is done again: the budget, say, is full after a restart.</summary>
    private Task<Result<string>> SendAsync(string roomId, string cause, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var (type, sealedContent) = encryption.Seal(roomId, EventTypes.Message, content);
        return api.SendAsync(roomId, type, TransactionId.For("send", cause), sealedContent, cancellationToken);
    }
}
