using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Results;
using QuitteXBot.Matrix.Client;
using QuitteXBot.Matrix.Protocol;
using QuitteXBot.Matrix.State;

namespace QuitteXBot.Matrix.Conversation;

/// <summary>Answers messages: questions, and numbers that pick one of an answer's candidates.</summary>
internal sealed class MessageHandler(MatrixApi api, IMatrixState state, Addressing addressing, Asking asking, Budget budget, Outbox outbox, Continuation continuation, DirectChats chats)
{
    public async Task<Result<Handling>> HandleAsync(RoomEvent message, CancellationToken cancellationToken)
    {
        var room = state.Room(message.RoomId);
        if (message.IsRedacted || room is null)
            return Handling.Nothing;
        var content = message.Content with { Body = message.Current.Body, FormattedBody = message.Current.FormattedBody };
        chats.Note(message.Sender, room);
        var addressed = addressing.Read(content, message.RoomId, room.IsPrivate);
        var words = addressed is { Kind: AddressKind.Command } ? addressed.Text : Addressing.WordsOf(content);
        if (words is not null && await continuation.TryAsync(message, words, room, cancellationToken) is { } continued)
            return continued;
        if (Reactions.NumberIn(addressed?.Text ?? content.Body) is { } number && await PickAsync(message, room, number, cancellationToken) is { } picked)
            return picked;
        return addressed is null ? Handling.Nothing : await AnswerAsync(message, addressed, room, message.EventId, cancellationToken);
    }

    /// <param name="cause">The event that makes the bot answer: the question, or the edit that made it one.</param>
    public async Task<Result<Handling>> AnswerAsync(RoomEvent question, Addressed addressed, RoomRecord room, string cause, CancellationToken cancellationToken)
    {
        var reply = await asking.AskAsync(addressed.Text, question, cancellationToken);
        if (!room.IsPrivate && IsForSomebodyElse(reply, addressed))
            return Handling.Nothing;
        return Refusal(question) is { } refused
            ? await refused(cause, cancellationToken)
            : await outbox.AnswerAsync(reply, question, cause, question.EventId, "", cancellationToken);
    }

    /// <summary>Other bots have the same prefix, and "thanks" is no question: there, what the bot does not understand it leaves alone.</summary>
    private static bool IsForSomebodyElse(Reply reply, Addressed addressed) => addressed.Kind switch
    {
        AddressKind.Command => reply.Outcome == Outcome.Invalid && reply.Command.Length == 0 && !NamesCommand(addressed.Text),
        AddressKind.Reply => reply.Outcome is Outcome.OutOfScope or Outcome.Invalid,
        _ => false,
    };

    private static bool NamesCommand(string text)
    {
        var name = text[1..].Split([' ', '\n', '\r'], 2)[0];
        return CommandCatalogue.All.Any(command =>
            command.Name.Split(' ')[0] == name || command.FrenchName.Split(' ')[0] == name || command.Aliases.Contains(name));
    }

    /// <summary>Null where the number picks nothing.</summary>
    private async Task<Result<Handling>?> PickAsync(RoomEvent message, RoomRecord room, int number, CancellationToken cancellationToken)
    {
        var answer = message.Content.InReplyTo is { } repliedTo ? state.Answer(repliedTo)
            : room.IsPrivate ? state.LastAnswerIn(message.RoomId)
            : null;
        if (answer is null || answer.RoomId != message.RoomId || answer.Offers is not null)
            return null;
        var asked = await api.EventAsync(answer.RoomId, answer.AskedId, cancellationToken);
        if (!asked.IsSuccess)
            return MatrixErrors.IsFinal(asked.Error) ? asked.Error : (Result<Handling>?)null;
        if (addressing.Read(asked.Value.Current, message.RoomId, room.IsPrivate) is not { } question)
            return null;
        var steps = Steps.Add(Steps.Read(answer.Steps), new Step(ReplyActionKind.Choose, number));
        if (steps is null || await asking.FollowAsync(question.Text, message, steps.Value, cancellationToken) is not { } reply)
            return null;
        if (Refusal(message) is { } refused)
            return await refused(message.EventId, cancellationToken);
        return await outbox.AnswerAsync(reply, message, message.EventId, answer.AskedId, Steps.Write(steps.Value), cancellationToken);
    }

    /// <summary>What to do instead of answering when the budget is spent; null where it is not.</summary>
    private Func<string, CancellationToken, Task<Result<Handling>>>? Refusal(RoomEvent message) => budget.Take(message.Sender, message.RoomId) switch
    {
        Allowance.Granted => null,
        Allowance.FirstRefusal => (cause, cancellationToken) => outbox.SayAsync(Texts.Spent, message.RoomId, cause, message, cancellationToken),
        _ => (_, _) => Task.FromResult<Result<Handling>>(Handling.Nothing),
    };
}
