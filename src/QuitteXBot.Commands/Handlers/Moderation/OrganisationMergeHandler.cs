using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Commands.Handlers.Moderation;

/// <summary>Makes two records of the same organisation one, after a preview.</summary>
internal sealed class OrganisationMergeHandler : ModerationHandler
{
    public override string Command => CommandNames.OrganisationMerge;

    protected override async Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        var (from, refusal) = Abstentions.Resolve(inquiry, inquiry.Arguments.Organisation!, OptionNames.Organisation);
        if (from is null)
            return refusal!;
        var (into, other) = Abstentions.Resolve(inquiry.Knowing(from), inquiry.Arguments.Field(OptionNames.Into)!, OptionNames.Into);
        if (into is null)
            return other!;
        if (from.Id == into.Id)
            return Abstentions.Invalid(Command, texts, texts[TextKeys.NotDoneTitle], texts[TextKeys.MergeSame]);

        var change = new Change
        {
            Command = Command,
            Note = inquiry.Arguments.Field(OptionNames.Note),
            Organisations = [.. await UnrecordedAsync(desk, from, into, cancellationToken).ConfigureAwait(false)],
            Merges = [new OrganisationMerge(from.Id, into.Id)],
        };
        var id = desk.Drafts.Add(inquiry.Asker.Identity, new Draft
        {
            Change = change,
            Done = (confirming, _) => confirming.Reply(Outcome.Done, confirming.Texts.With(TextKeys.MergeDone, from.Name, into.Name)) with
            {
                Private = true,
                Organisation = into,
            },
        });
        return inquiry.Reply(Outcome.Preview, texts.With(TextKeys.MergeTitle, from.Name, into.Name)) with
        {
            Private = true,
            Blocks = [new TextBlock(texts[TextKeys.MergeExplained])],
            Actions = Previews.Actions(texts, id),
        };
    }

    /// <summary>Those of the two that only the gazetteer knows so far.</summary>
    private static async Task<List<Organisation>> UnrecordedAsync(ModerationDesk desk, Organisation from, Organisation into, CancellationToken cancellationToken)
    {
        var unrecorded = new List<Organisation>();
        foreach (var organisation in (Organisation[])[from, into])
        {
            if (await desk.Store.FindOrganisationAsync(organisation.Id, cancellationToken).ConfigureAwait(false) is null)
                unrecorded.Add(organisation);
        }

        return unrecorded;
    }
}
