using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Handlers.Moderation;

/// <summary>Ends the announcements in the channel that the command is given in.</summary>
internal sealed class AnnounceOffHandler : ModerationHandler
{
    public override string Command => CommandNames.AnnounceOff;

    protected override async Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        if (inquiry.Asker.Channel is not { } channel)
            return Abstentions.Invalid(Command, texts, texts[TextKeys.AnnounceNoChannel], texts[TextKeys.AnnounceNoChannelMend]);
        var had = await desk.Announcements.UnsubscribeAsync(inquiry.Asker.Platform, channel, inquiry.Asker.Identity, cancellationToken).ConfigureAwait(false);
        return inquiry.Reply(Outcome.Done, texts[had ? TextKeys.AnnounceOffDone : TextKeys.AnnounceOffNothing]);
    }
}
