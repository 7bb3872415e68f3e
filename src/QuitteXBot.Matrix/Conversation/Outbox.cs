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
internal sealed class Outbox(MatrixApi api, IMatrixState state, MatrixOptions options, IRoomEncryption encryption, DirectChats chats, Progress progress)
{
    private const int LongestFileName = 200;

    /// <summary>Replies to a question, in the thread that it was asked in; or in the direct chat with whoever asked.</summary>
    /// <param name="askedId">The event that has the question's words.</param>
    public async Task<Result<Handling>> AnswerAsync(Reply reply, RoomEvent question, string cause, string askedId, string steps, CancellationToken cancellationToken)
    {
        var place = Privacy.PlaceOf(reply, RoomOf(question.RoomId));
        if (place == Place.DirectChat)
        {
            var chat = await chats.WithAsync(question.Sender, cancellationToken);
            if (chat.IsSuccess)
                return await AnswerInAsync(chat.Value, reply, question, cause, askedId, cancellationToken);
            if (MatrixErrors.IsFinal(chat.Error))
                return chat.Error;
        }

        if (place != Place.Here)
            reply = Texts.AskPrivately(reply);
        var thread = question.Content.ThreadRoot;
        var repliedTo = question.Type == EventTypes.Message ? question.EventId : null;
        var sent = await SendAsync(question.RoomId, cause, MessageContent.Notice(Render(reply, question.RoomId), repliedTo, thread), cancellationToken);
        return sent.IsSuccess
            ? await CompleteAsync(reply, new AnswerRecord(sent.Value, question.RoomId, question.EventId, askedId, thread, steps, Offers.Of(reply)?.Write()), cause, cancellationToken)
            : sent.Error;
    }

    public async Task<Result<Handling>> EditAsync(Reply reply, AnswerRecord answer, string cause, string steps, CancellationToken cancellationToken)
    {
        if (Privacy.PlaceOf(reply, RoomOf(answer.RoomId)) != Place.Here)
            reply = Texts.AskPrivately(reply);
        var sent = await SendAsync(answer.RoomId, cause, MessageContent.Edit(Render(reply, answer.RoomId), answer.AnswerId), cancellationToken);
        return sent.IsSuccess
            ? await CompleteAsync(reply, answer with { Steps = steps, Offers = Offers.Of(reply)?.Write() }, cause, cancellationToken)
            : sent.Error;
    }

    /// <summary>A preview that was decided on elsewhere becomes what came of it, and offers nothing any more.</summary>
    public async Task<AnswerRecord?> SettleAsync(Reply reply, AnswerRecord preview, string cause, CancellationToken cancellationToken)
    {
        var content = MessageContent.Edit(Render(reply with { Actions = [] }, preview.RoomId), preview.AnswerId);
        var sent = await api.SendAsync(preview.RoomId, EventTypes.Message, TransactionId.For("settle", cause), content, cancellationToken);
        return sent.IsSuccess ? preview with { Offers = Offers.Of(reply with { Actions = [] })?.Write() } : null;
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

    /// <summary>The answer itself goes first: were it refused, the room would be told of something that is not there.</summary>
    private async Task<Result<Handling>> AnswerInAsync(string chat, Reply reply, RoomEvent question, string cause, string askedId, CancellationToken cancellationToken)
    {
        var sent = await api.SendAsync(chat, EventTypes.Message, TransactionId.For("direct", cause), MessageContent.Notice(Render(reply, chat)), cancellationToken);
        if (!sent.IsSuccess)
            return sent.Error;
        var told = await SayAsync(
            Texts.AnsweredPrivately(reply), question.RoomId, cause, question.Type == EventTypes.Message ? question : null, cancellationToken);
        return told.IsSuccess
            ? await CompleteAsync(reply, new AnswerRecord(sent.Value, chat, question.EventId, askedId, null, "", Offers.Of(reply)?.Write()), cause, cancellationToken)
            : told.Error;
    }

    /// <summary>Sends the file that goes with an answer, and lets the answer follow the work that goes on.</summary>
    private async Task<Result<Handling>> CompleteAsync(Reply reply, AnswerRecord answer, string cause, CancellationToken cancellationToken)
    {
        if (reply.File is { } file)
        {
            var name = PlainName(file.Name);
            var stored = await api.UploadAsync(file.Content, file.MediaType, name, cancellationToken);
            if (!stored.IsSuccess)
                return stored.Error;
            var content = MessageContent.File(name, file.MediaType, file.Content.Length, stored.Value, answer.AnswerId, answer.ThreadRoot);
            var sent = await api.SendAsync(answer.RoomId, EventTypes.Message, TransactionId.For("file", cause), content, cancellationToken);
            if (!sent.IsSuccess)
                return sent.Error;
        }

        if (reply.Updates is { } updates)
            progress.Follow(updates, update => MessageContent.Edit(Render(update, answer.RoomId), answer.AnswerId), answer, cause, cancellationToken);
        return new Handling(answer);
    }

    private static string PlainName(string name) => PlainText.Line(name.Length <= LongestFileName ? name : name[^LongestFileName..]);

    private RoomRecord RoomOf(string roomId) => state.Room(roomId) ?? new RoomRecord(roomId);

    private MatrixMessage Render(Reply reply, string roomId) => MatrixRenderer.Render(reply, options.PrefixIn(roomId));

    /// <summary>One cause sends one message, whatever is decided when the work is done again: the budget, say, is full after a restart.</summary>
    private Task<Result<string>> SendAsync(string roomId, string cause, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var (type, sealedContent) = encryption.Seal(roomId, EventTypes.Message, content);
        return api.SendAsync(roomId, type, TransactionId.For("send", cause), sealedContent, cancellationToken);
    }
}
