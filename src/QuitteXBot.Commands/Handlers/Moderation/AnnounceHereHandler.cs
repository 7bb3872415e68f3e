using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Values;
using QuitteXBot.Core.Moderation;

namespace QuitteXBot.Commands.Handlers.Moderation;

/// <summary>Subscribes the channel that the command is given in to what is published, in the language of the command.</summary>
internal sealed class AnnounceHereHandler : ModerationHandler
{
    public override string Command => CommandNames.AnnounceHere;

    protected override async Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        var (texts, arguments) = (inquiry.Texts, inquiry.Arguments);
        if (inquiry.Asker.Channel is not { } channel)
            return Abstentions.Invalid(Command, texts, texts[TextKeys.AnnounceNoChannel], texts[TextKeys.AnnounceNoChannelMend]);
        if (arguments.Kind is { Kinds.Length: not 1 } group)
            return Abstentions.Invalid(Command, texts, texts.With(TextKeys.UnreadableValue, texts.Kind(group)), texts.With(
                TextKeys.OneOf, texts.List([.. Core.Organisations.OrganisationKinds.All.Select(kind => texts.Kind(kind))])));
        var subscription = await desk.Announcements.SubscribeAsync(
            new Subscription(
                0, inquiry.Asker.Platform, channel, texts.Language == Language.French ? "fr" : "en", arguments.Kind?.Kinds[0], arguments.Place?.DepartementCode,
                arguments.Place?.RegionCode, arguments.Reason?.Key, SwitchReader.Find(arguments.Field(OptionNames.Loud) ?? "") ?? false)
            {
                Country = arguments.Place?.Country?.Code,
            },
            inquiry.Asker.Identity,
            cancellationToken).ConfigureAwait(false);
        return inquiry.Reply(Outcome.Done, texts[TextKeys.AnnounceHereDone]) with
        {
            Blocks = [new TextBlock(texts.With(TextKeys.AnnounceFilters, Subscriptions.Filters(subscription, inquiry.Knowledge, texts)))],
        };
    }
}
