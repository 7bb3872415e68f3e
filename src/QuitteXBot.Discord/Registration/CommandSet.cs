using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;

namespace QuitteXBot.Discord.Registration;

/// <summary>The commands as Discord offers them: the definitions, each with the options <c>lang</c> and <c>visible</c>, and the entries of context menus.</summary>
public sealed class CommandSet
{
    private static readonly OptionDefinition LanguageOption = new()
    {
        Name = "lang",
        FrenchName = "langue",
        Kind = OptionKind.Language,
        Summary = new("Langue de la réponse", "Language of the answer"),
    };

    private static readonly OptionDefinition VisibilityOption = new()
    {
        Name = "visible",
        FrenchName = "visibilité",
        Kind = OptionKind.Visibility,
        Summary = new("Qui voit la réponse\u00A0: moi ou tout le monde", "Who sees the answer: me or everyone"),
    };

    private readonly Dictionary<string, CommandDefinition> byName;
    private readonly HashSet<string> sayWhoSees;

    public CommandSet(IEnumerable<CommandDefinition> definitions)
    {
        var all = definitions.ToList();
        Slash = [.. all.Select(Complete)];
        byName = Slash.ToDictionary(definition => definition.Name);
        sayWhoSees = [.. all.Where(definition => definition.Options.Any(option => option.Kind == OptionKind.Visibility)).Select(definition => definition.Name)];
    }

    /// <summary>The entry of a message's menu that searches for what the message says.</summary>
    public static LocalisedText MessageCommand { get; } = new("Qu’en dit QuitteX\u202F?", "What does QuitteX say?");

    /// <summary>The entry of a user's menu that asks why the organisation of that name left.</summary>
    public static LocalisedText UserCommand { get; } = new("Pourquoi quitter X\u202F?", "Why leave X?");

    public ImmutableArray<CommandDefinition> Slash { get; }

    public CommandDefinition? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>Whether the command itself knows who is to see the answer, or only Discord does.</summary>
    public bool KnowsVisibility(string name) => sayWhoSees.Contains(name);

    private static CommandDefinition Complete(CommandDefinition definition)
    {
        var options = definition.Options;
        foreach (var option in new[] { LanguageOption, VisibilityOption })
        {
            if (!options.Any(own => own.Kind == option.Kind || own.Name == option.Name))
                options = options.Add(option);
        }

        return definition with { Options = [.. options.OrderByDescending(option => option.Required)] };
    }
}
