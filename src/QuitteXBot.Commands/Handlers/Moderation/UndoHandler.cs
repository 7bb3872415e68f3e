using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Handlers.Moderation;

/// <summary>Takes the asker's own last change back.</summary>
internal sealed class UndoHandler : ModerationHandler
{
    public override string Command => CommandNames.Undo;

    protected override async Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        var undone = await desk.Store.UndoAsync(inquiry.Asker.Identity, cancellationToken).ConfigureAwait(false);
        if (undone.IsSuccess)
            return inquiry.Reply(Outcome.Done, texts[TextKeys.UndoDone]) with { Private = true, Blocks = [History.Block([undone.Value], texts)] };
        return undone.Error.Code == "conflict"
            ? Abstentions.Invalid(Command, texts, texts[TextKeys.UndoConflict], texts[TextKeys.UndoConflictMend]) with { Outcome = Outcome.Conflict }
            : Abstentions.Invalid(Command, texts, texts[TextKeys.UndoNothing], texts[TextKeys.UndoNothingMend]);
    }
}
