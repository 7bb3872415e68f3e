using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Handlers;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Commands.Moderation;

/// <summary>Why the store refused a change, in the moderator's words.</summary>
internal static class ChangeErrors
{
    private const int MostShown = 10;

    public static async Task<Reply> ExplainAsync(Inquiry inquiry, ModerationDesk desk, Change change, Error error, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        return error.Code switch
        {
            "conflict" => await ConflictAsync(inquiry, desk, change, error.Location!, cancellationToken).ConfigureAwait(false),
            "already-decided" => Abstentions.Invalid(inquiry.Definition.Name, texts, texts[TextKeys.ReviewAlreadyDecided], texts[TextKeys.ReviewUnknownMend]),
            "own-work" => Abstentions.Invalid(inquiry.Definition.Name, texts, texts[TextKeys.NotDoneTitle], texts[TextKeys.ReviewOwnWork]),
            _ => Abstentions.Invalid(inquiry.Definition.Name, texts, texts[TextKeys.StatementUnknown], texts[TextKeys.StatementUnknownMend]),
        };
    }

    private static async Task<Reply> ConflictAsync(Inquiry inquiry, ModerationDesk desk, Change change, string entity, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        var seen = change.Seen.GetValueOrDefault(entity);
        var history = await desk.Store.HistoryAsync(entity, 0, MostShown, cancellationToken).ConfigureAwait(false);
        var since = history.Items.Where(entry => entry.Number > seen).ToList();
        var current = since.Select(entry => entry.EntityId).FirstOrDefault(entity);
        return inquiry.Reply(Outcome.Conflict, texts[TextKeys.ConflictTitle]) with
        {
            Private = true,
            Blocks = [new TextBlock(texts[TextKeys.ConflictMend]), History.Block(since, texts)],
            Actions = change.Statements.IsEmpty
                ? []
                : [new ReplyAction(
                    ReplyActionKind.Step, texts[TextKeys.TakeUpAgain], CommandNames.StatementEdit,
                    ImmutableDictionary<string, string>.Empty.Add(OptionNames.Id, current))],
        };
    }
}
