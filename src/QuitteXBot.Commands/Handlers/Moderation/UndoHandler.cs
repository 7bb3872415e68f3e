using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Moderation;

namespace QuitteXBot.Commands.Handlers.Moderation;

/// <summary>Takes the asker's own last change back.</summary>
internal sealed class UndoHandler : ModerationHandler
{
    public override string Command => CommandNames.Undo;

    protected override async Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        var undone = await desk.Store.UndoAsync(inquiry.Asker.Identity, inquiry.Asker.RequestKey, cancellationToken).ConfigureAwait(false);
        if (undone.IsSuccess)
            return inquiry.Reply(Outcome.Done, texts[TextKeys.UndoDone]) with { Private = true, Blocks = [new TextBlock(Told(undone.Value, texts)), History.Block([undone.Value], texts)] };
        return undone.Error.Code == "conflict"
            ? Abstentions.Invalid(Command, texts, texts[TextKeys.UndoConflict], texts[TextKeys.UndoConflictMend]) with { Outcome = Outcome.Conflict }
            : Abstentions.Invalid(Command, texts, texts[TextKeys.UndoNothing], texts[TextKeys.UndoNothingMend]);
    }

    private static string Told(HistoryEntry undone, Texts texts)
    {
        var command = undone.Command is { } name && CommandCatalogue.Find(name) is { } definition
            ? "/" + (texts.Language == Language.French ? definition.FrenchName : definition.Name)
            : undone.Command;
        return texts.With(TextKeys.UndoneCommand, command, undone.EntityId);
    }
}
