using QuitteXBot.Core.Results;
using QuitteXBot.Matrix.Client;
using QuitteXBot.Matrix.Protocol;
using QuitteXBot.Matrix.State;

namespace QuitteXBot.Matrix.Conversation;

/// <summary>What happens to an answer after it was given: its question is edited or redacted, or its asker reacts to it.</summary>
internal sealed class FollowUpHandler(
    MatrixApi api, IMatrixState state, Addressing addressing, Asking asking, Budget budget, Outbox outbox, MessageHandler messages, Continuation continuation)
{
    /// <summary>The answer follows its question; a message that becomes a question is answered; a question that is none any more loses its answer.</summary>
    public async Task<Result<Handling>> HandleEditAsync(RoomEvent edit, CancellationToken cancellationToken)
    {
        if (edit.IsRedacted || edit.Content.RelatesTo is not { } editedId || edit.Content.Replacement is not { } replacement || state.Room(edit.RoomId) is not { } room)
            return Handling.Nothing;
        var original = await api.EventAsync(edit.RoomId, editedId, cancellationToken);
        if (!original.IsSuccess)
            return original.Error;
        // Only an author edits: servers pass on what others call an edit.
        if (original.Value.Sender != edit.Sender || original.Value.IsRedacted || original.Value.Content.RelationType == "m.replace")
            return Handling.Nothing;

        var content = original.Value.Content with
        {
            MessageType = replacement.MessageType,
            Body = replacement.Body,
            FormattedBody = replacement.FormattedBody,
            Mentions = replacement.Mentions ?? original.Value.Content.Mentions,
        };
        var addressed = addressing.Read(content, edit.RoomId, room.IsPrivate);
        var answer = state.AnswerTo(editedId);
        if (answer is null)
            return addressed is null ? Handling.Nothing : await messages.AnswerAsync(original.Value, addressed, room, edit.EventId, cancellationToken);
        // What was done is not done again because its words are changed.
        if (Offers.Read(answer.Offers) is { IsDone: true })
            return Handling.Nothing;
        if (addressed is null)
            return await outbox.TakeBackAsync(answer, edit.EventId, cancellationToken);
        if (budget.Take(edit.Sender, edit.RoomId) != Allowance.Granted)
            return Handling.Nothing;
        var reply = await asking.AskAsync(addressed.Text, original.Value with { Content = content }, cancellationToken);
        return await outbox.EditAsync(reply, answer with { AskedId = editedId }, edit.EventId, "", cancellationToken);
    }

    public async Task<Result<Handling>> HandleRedactionAsync(RoomEvent redaction, CancellationToken cancellationToken) =>
        redaction.Redacts is { } redactedId && state.AnswerTo(redactedId) is { } answer && answer.RoomId == redaction.RoomId
            ? await outbox.TakeBackAsync(answer, redaction.EventId, cancellationToken)
            : Handling.Nothing;

    public async Task<Result<Handling>> HandleReactionAsync(RoomEvent reaction, CancellationToken cancellationToken)
    {
        if (reaction.IsRedacted || reaction.Content.RelatesTo is not { } answerId || state.Answer(answerId) is not { } answer || answer.RoomId != reaction.RoomId)
            return Handling.Nothing;
        var isDelete = Reactions.IsDelete(reaction.Content.Key);
        if (!isDelete && Reactions.StepOf(reaction.Content.Key) is null)
            return Handling.Nothing;
        if (!isDelete && Offers.Read(answer.Offers) is { } offers)
            return await continuation.ReactAsync(reaction, answer, offers, cancellationToken);
        if (isDelete && state.Room(answer.RoomId) is { IsPrivate: true })
            return await outbox.TakeBackAsync(answer, reaction.EventId, cancellationToken);

        var replied = await api.EventAsync(answer.RoomId, answer.QuestionId, cancellationToken);
        if (!replied.IsSuccess)
            return replied.Error;
        // An answer belongs to the one who asked.
        if (replied.Value.Sender != reaction.Sender)
            return Handling.Nothing;
        return isDelete
            ? await outbox.TakeBackAsync(answer, reaction.EventId, cancellationToken)
            : await TurnAsync(answer, replied.Value, reaction, cancellationToken);
    }

    private async Task<Result<Handling>> TurnAsync(AnswerRecord answer, RoomEvent replied, RoomEvent reaction, CancellationToken cancellationToken)
    {
        var asked = answer.AskedId == replied.EventId ? replied : await api.EventAsync(answer.RoomId, answer.AskedId, cancellationToken);
        if (!asked.IsSuccess)
            return asked.Error;
        var step = Reactions.StepOf(reaction.Content.Key)!.Value;
        var room = state.Room(answer.RoomId) ?? new RoomRecord(answer.RoomId);
        if (addressing.Read(asked.Value.Current, answer.RoomId, room.IsPrivate) is not { } question
            || Steps.Add(Steps.Read(answer.Steps), step) is not { } steps
            || budget.Take(reaction.Sender, reaction.RoomId) != Allowance.Granted)
            return Handling.Nothing;
        var reply = await asking.FollowAsync(question.Text, reaction, steps, cancellationToken);
        return reply is null ? Handling.Nothing : await outbox.EditAsync(reply, answer, reaction.EventId, Steps.Write(steps), cancellationToken);
    }
}
