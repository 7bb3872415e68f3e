using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Commands.Values;
using QuitteXBot.Core;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Commands.Completion;

/// <summary>The values of options that are a fixed choice, for registering them with a platform and for completing them.</summary>
public static class OptionChoices
{
    /// <summary>All values, labelled in that language; empty for options that are no fixed choice.</summary>
    public static IEnumerable<OptionChoice> Of(OptionKind kind, Catalogue catalogue, Language language)
    {
        var texts = Texts.In(language);
        return kind switch
        {
            OptionKind.Reason => catalogue.Reasons.Select(reason => new OptionChoice(texts.Reason(reason), reason.Key)),
            OptionKind.Platform => catalogue.Platforms.Where(platform => platform.Key != PlatformReader.Left)
                .Select(platform => new OptionChoice(platform.Name, platform.Key)),
            OptionKind.OrganisationKind => OrganisationKinds.All.Select(KindGroup.Of).Append(KindGroup.LocalAuthority).Append(KindGroup.Person)
                .Select(group => new OptionChoice(texts.Kind(group), group.Value)),
            OptionKind.Language => [new OptionChoice("français", "fr"), new OptionChoice("English", "en")],
            OptionKind.Visibility => [new OptionChoice(texts[TextKeys.VisibleMe], "me"), new OptionChoice(texts[TextKeys.VisibleEveryone], "everyone")],
            OptionKind.Action => Enum.GetValues<DepartureAction>().Select(action => new OptionChoice(texts.Action(action), action.Name())),
            OptionKind.Switch => [new OptionChoice(texts[TextKeys.SwitchOn], "on"), new OptionChoice(texts[TextKeys.SwitchOff], "off")],
            OptionKind.Command => CommandCatalogue.All.Select(command => new OptionChoice(
                language == Language.French ? command.FrenchName : command.Name, command.Name)),
            _ => [],
        };
    }
}
