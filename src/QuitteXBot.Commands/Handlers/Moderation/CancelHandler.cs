using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Handlers.Moderation;

/// <summary>Drops a preview.</summary>
internal sealed class CancelHandler : ModerationHandler
{
    public override string Command => CommandNames.Cancel;

    protected override Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        var found = desk.Drafts.Find(inquiry.Asker.Identity, inquiry.Arguments.Field(OptionNames.Draft));
        return Task.FromResult(found is ({ } id, _) && desk.Drafts.Remove(id)
            ? inquiry.Reply(Outcome.Done, texts[TextKeys.Cancelled]) with { Private = true }
            : Abstentions.Invalid(Command, texts, texts[TextKeys.PreviewGone], texts[TextKeys.PreviewGoneMend]));
    }
}
