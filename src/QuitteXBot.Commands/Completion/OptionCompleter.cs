using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Knowledge;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Commands.Text;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Commands.Completion;

/// <summary>Choices for an option that is being typed, best first; 25 at most, as Discord allows.</summary>
internal sealed class OptionCompleter(IKnowledge knowledge, Texts texts)
{
    private const int Most = 25;

    /// <summary>Places are looked for among more names than are shown, because most names are towns.</summary>
    private const int NamesForPlaces = 200;

    public async Task<ImmutableArray<OptionChoice>> CompleteAsync(OptionDefinition option, string typed, CancellationToken cancellationToken) => option.Kind switch
    {
        OptionKind.Organisation => [.. knowledge.Names.Complete(typed, Most).Take(Most).Select(Choice)],
        OptionKind.Place => Places(typed),
        OptionKind.Source => await SourcesAsync(typed, cancellationToken).ConfigureAwait(false),
        _ => Fixed(option.Kind, typed),
    };

    private ImmutableArray<OptionChoice> Fixed(OptionKind kind, string typed)
    {
        var wanted = Folding.Fold(typed);
        return
        [
            .. OptionChoices.Of(kind, knowledge.Catalogue, texts.Language)
                .Select(choice => (Choice: choice, Place: Math.Min(Place(choice.Label, wanted), Place(choice.Value, wanted))))
                .Where(ranked => ranked.Place < int.MaxValue)
                .OrderBy(ranked => ranked.Place)
                .Select(ranked => ranked.Choice)
                .Take(Most),
        ];
    }

    private static int Place(string label, string wanted)
    {
        var place = Folding.Fold(label).IndexOf(wanted, StringComparison.Ordinal);
        return place < 0 ? int.MaxValue : Math.Min(place, 1);
    }

    private OptionChoice Choice(Organisation organisation) => new(
        ActionLabels.Fit(Values.LabelledName.Of(organisation, knowledge.Names, texts), ActionLabels.MaximumChoiceLength),
        organisation.Id.Length <= ActionLabels.MaximumChoiceLength ? organisation.Id : ActionLabels.Fit(organisation.Name, ActionLabels.MaximumChoiceLength));

    private ImmutableArray<OptionChoice> Places(string typed)
    {
        var wanted = Folding.Fold(typed);
        var territories = knowledge.Names.Complete(typed, NamesForPlaces)
            .Where(name => name.Kind is OrganisationKind.Region or OrganisationKind.Departement)
            .Select(Choice);
        var countries = Values.Country.All
            .Where(country => Folding.Fold(country.Name.In(texts.Language)).StartsWith(wanted, StringComparison.Ordinal))
            .Select(country => new OptionChoice(country.Name.In(texts.Language), country.Code));
        return [.. territories.Concat(countries).Take(Most)];
    }

    private async Task<ImmutableArray<OptionChoice>> SourcesAsync(string typed, CancellationToken cancellationToken)
    {
        var wanted = Folding.Fold(typed);
        var sources = await knowledge.Store.ListSourcesAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. sources
                .Select(source => (source.Id, Label: $"{source.Title ?? source.Id} — {source.Outlet}".TrimEnd(' ', '—')))
                .Where(source => Folding.Fold(source.Label).Contains(wanted, StringComparison.Ordinal) || source.Id.Contains(wanted, StringComparison.Ordinal))
                .Take(Most)
                .Select(source => new OptionChoice(ActionLabels.Fit(source.Label, ActionLabels.MaximumChoiceLength), source.Id)),
        ];
    }
}
