using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Moderation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Commands.Handlers.Moderation;

/// <summary>Gives an organisation another name.</summary>
internal sealed class OrganisationAliasHandler : ModerationHandler
{
    private const int LongestName = 200;

    public override string Command => CommandNames.OrganisationAlias;

    protected override async Task<Reply> HandleAsync(Inquiry inquiry, ModerationDesk desk, CancellationToken cancellationToken)
    {
        var texts = inquiry.Texts;
        var (organisation, refusal) = Abstentions.Resolve(inquiry, inquiry.Arguments.Organisation!, OptionNames.Organisation);
        if (organisation is null)
            return refusal!;
        if (inquiry.Arguments.Field(OptionNames.Alias) is not { Length: > 0 and <= LongestName } alias)
            return Abstentions.Invalid(Command, texts, texts[TextKeys.NotDoneTitle], texts.With(TextKeys.ForExample, inquiry.Definition.Example.In(texts.Language)));
        var recorded = await desk.Store.FindOrganisationAsync(organisation.Id, cancellationToken).ConfigureAwait(false) ?? organisation;
        var meant = inquiry.Knowledge.Names.ResolveExactly(alias);
        if (meant.Organisation?.Id == organisation.Id || recorded.Aliases.Contains(alias))
            return Abstentions.Invalid(Command, texts, texts[TextKeys.NotDoneTitle], texts[TextKeys.AliasKnown]);

        var change = new Change { Command = Command, Organisations = [recorded with { Aliases = recorded.Aliases.Add(alias) }] };
        var changed = await desk.MakeAsync(inquiry, change, cancellationToken).ConfigureAwait(false);
        if (!changed.IsSuccess)
            return await ChangeErrors.ExplainAsync(inquiry, desk, change, changed.Error, cancellationToken).ConfigureAwait(false);
        var others = meant.Outcome == ResolutionOutcome.Unknown ? [] : meant.Organisation is { } one ? [one] : meant.Candidates;
        return inquiry.Reply(Outcome.Done, texts.With(TextKeys.AliasDone, organisation.Name, alias)) with
        {
            Private = true,
            Organisation = organisation,
            Blocks = others.IsEmpty ? [] : [new TextBlock(texts.With(TextKeys.AliasTaken, texts.List([.. others.Select(other => other.Name)])))],
        };
    }
}
