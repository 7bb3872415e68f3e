using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Handlers.Moderation;

/// <summary>Where it is announced, what, and what is wrong there.</summary>
internal sealed class AnnounceStatusHandler : ModerationHandler
{
    public override string Command => CommandNames.AnnounceStatus;

    protected override async Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        var subscriptions = await desk.Announcements.SubscriptionsAsync(cancellationToken).ConfigureAwait(false);
        var blocks = ImmutableArray.CreateBuilder<ReplyBlock>();
        if (subscriptions.Count == 0)
            blocks.Add(new TextBlock(texts[TextKeys.AnnounceStatusNothing]));
        else
            blocks.Add(new ListBlock([.. subscriptions.Select(subscription => Subscriptions.Item(subscription, inquiry.Knowledge, texts))], Numbered: false));
        if (await desk.Announcements.WaitingAsync(cancellationToken).ConfigureAwait(false) is > 0 and var waiting)
            blocks.Add(new TextBlock(texts.Count(TextKeys.AnnounceWaiting, waiting)));
        return inquiry.Reply(Outcome.Answered, texts[TextKeys.AnnounceStatusTitle]) with { Private = true, Blocks = blocks.ToImmutable() };
    }
}
