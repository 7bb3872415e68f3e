using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Core.Results;
using QuitteXBot.Matrix.Client;
using QuitteXBot.Matrix.Protocol;
using QuitteXBot.Matrix.State;

namespace QuitteXBot.Matrix.Conversation;

/// <summary>Goes on with an answer that offers something: a number or a reaction takes a step, a reply fills in its form, a word or a reaction decides on its preview.</summary>
internal sealed class Continuation(MatrixApi api, IMatrixState state, Asking asking, Budget budget, Outbox outbox)
{
    /// <param name="words">What the message says.</param>
    /// <returns>Null where the message does not go on with an answer.</returns>
    public async Task<Result<Handling>?> TryAsync(RoomEvent message, string words, RoomRecord room, CancellationToken cancellationToken)
    {
        if (AnswerMeant(message, room) is not { } answer || Offers.Read(answer.Offers) is not { } offers)
            return null;
        var action = Reactions.NumberIn(words) is { } number ? offers.Find(new Step(ReplyActionKind.Choose, number))
            : DecisionIn(words) is { } decision ? offers.Actions.FirstOrDefault(offered => offered.Command == decision)
            : null;
        var form = message.Content.InReplyTo is null || words is [] or ['!' or '/', ..] ? null : offers.Form;
        if ((action is null && form is null) || !await IsAskerAsync(message.Sender, answer, room, cancellationToken))
            return null;
        if (action is not null)
        {
            if (IsSpent(message))
                return Handling.Nothing;
            var reply = await asking.ExecuteAsync(action.Command, action.Options, offers.Language, message, cancellationToken);
            var handled = await outbox.AnswerAsync(reply, message, message.EventId, message.EventId, "", cancellationToken);
            return handled.IsSuccess && IsDecision(action)
                ? handled.Value with { KeepToo = await outbox.SettleAsync(reply, answer, message.EventId, cancellationToken) }
                : handled;
        }

        if (FormText.Read(form!.Command, form.Options, form.FirstField, words) is not { } options)
            return null;
        if (IsSpent(message))
            return Handling.Nothing;
        var filled = await asking.ExecuteAsync(form.Command, options, offers.Language, message, cancellationToken);
        return await outbox.AnswerAsync(filled, message, message.EventId, message.EventId, "", cancellationToken);
    }

    /// <summary>A reaction changes the answer that it stands at.</summary>
    public async Task<Result<Handling>> ReactAsync(RoomEvent reaction, AnswerRecord answer, Offers offers, CancellationToken cancellationToken)
    {
        var room = state.Room(answer.RoomId) ?? new RoomRecord(answer.RoomId);
        if (Reactions.StepOf(reaction.Content.Key) is not { } step || offers.Find(step) is not { } action
            || !await IsAskerAsync(reaction.Sender, answer, room, cancellationToken) || IsSpent(reaction))
            return Handling.Nothing;
        var reply = await asking.ExecuteAsync(action.Command, action.Options, offers.Language, reaction, cancellationToken);
        return Privacy.PlaceOf(reply, room) == Place.DirectChat
            ? await outbox.AnswerAsync(reply, reaction, reaction.EventId, reaction.EventId, "", cancellationToken)
            : await outbox.EditAsync(reply, answer, reaction.EventId, answer.Steps, cancellationToken);
    }

    /// <summary>An answer belongs to the one who asked: in a direct chat there is nobody else.</summary>
    public async Task<bool> IsAskerAsync(string userId, AnswerRecord answer, RoomRecord room, CancellationToken cancellationToken)
    {
        if (room.IsPrivate)
            return true;
        var question = await api.EventAsync(answer.RoomId, answer.QuestionId, cancellationToken);
        return question.Value?.Sender == userId;
    }

    private AnswerRecord? AnswerMeant(RoomEvent message, RoomRecord room)
    {
        var answer = message.Content.InReplyTo is { } repliedTo ? state.Answer(repliedTo)
            : room.IsPrivate ? state.LastAnswerIn(message.RoomId)
            : null;
        return answer?.RoomId == message.RoomId ? answer : null;
    }

    /// <summary>Keeping or dropping the preview at hand, without saying which one.</summary>
    private static string? DecisionIn(string words)
    {
        if (words is not ['!' or '/', .. var name])
            return null;
        name = name.Trim().ToLowerInvariant();
        return CommandCatalogue.All.FirstOrDefault(command =>
            command.Name is CommandNames.Confirm or CommandNames.Cancel && (command.Name == name || command.FrenchName == name || command.Aliases.Contains(name)))?.Name;
    }

    private static bool IsDecision(OfferedAction action) => action.Command is CommandNames.Confirm or CommandNames.Cancel;

    private bool IsSpent(RoomEvent cause) => budget.Take(cause.Sender, cause.RoomId) != Allowance.Granted;
}
