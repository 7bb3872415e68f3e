using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Handlers.Moderation;

/// <summary>Forgets who somebody is: oneself, or, for a maintainer, anybody.</summary>
internal sealed class EraseHandler : ModerationHandler
{
    public override string Command => CommandNames.PrivacyErase;

    protected override async Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        var person = inquiry.Arguments.Field(OptionNames.User) is { Length: > 0 } named ? named.Trim() : inquiry.Asker.Identity;
        if (person != inquiry.Asker.Identity && inquiry.Asker.Permission < Permission.Maintainer)
            return Abstentions.Invalid(Command, texts, texts[TextKeys.Denied], texts[TextKeys.EraseDenied]) with { Outcome = Outcome.Denied };
        var known = await desk.Store.EraseAsync(person, cancellationToken).ConfigureAwait(false);
        return inquiry.Reply(Outcome.Done, texts[known ? TextKeys.EraseDone : TextKeys.EraseNothing]) with { Private = true };
    }
}
