using System.Collections.Immutable;
using QuitteXBot.Commands;
using QuitteXBot.Commands.Definitions;

namespace QuitteXBot.Discord.Registration;

/// <summary>
/// The commands as Discord offers them: the definitions, each with the options <c>lang</c> and, where the answer may be shown to all, <c>visible</c>;
/// those of two words as subcommands of the first; and the entries of context menus.
/// </summary>
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

    /// <summary>What a member sends to the moderators, or decides on their own preview, concerns nobody else in the channel.</summary>
    private static readonly ImmutableHashSet<string> Personal =
        [CommandNames.Suggest, CommandNames.Report, CommandNames.Confirm, CommandNames.Cancel, CommandNames.PrivacyErase];

    /// <summary>Options that the bot uses in its own buttons and forms: understood, but offered to nobody.</summary>
    private static readonly ImmutableHashSet<string> Unoffered = [OptionNames.Draft, OptionNames.Part, OptionNames.Finding, OptionNames.Seen];

    private readonly Dictionary<string, CommandDefinition> byPath;
    private readonly HashSet<string> sayWhoSees;

    public CommandSet(IEnumerable<CommandDefinition> definitions)
    {
        var all = definitions.ToList();
        Slash = [.. all.Select(Complete)];
        Registered = [.. Slash.GroupBy(definition => SlashCommand.FirstWord(definition.Name)).Select(SlashCommand.Of)];
        byPath = Registered.SelectMany(command => command.Paths).ToDictionary(path => path.Path, path => path.Definition);
        foreach (var definition in Slash)
            byPath.TryAdd(definition.Name, definition);
        sayWhoSees = [.. all.Where(definition => definition.Options.Any(option => option.Kind == OptionKind.Visibility)).Select(definition => definition.Name)];
    }

    /// <summary>The entry of a message's menu that searches for what the message says.</summary>
    public static LocalisedText MessageCommand { get; } = new("Qu’en dit QuitteX\u202F?", "What does QuitteX say?");

    /// <summary>The entry of a message's menu that records its words.</summary>
    public static LocalisedText SaveCommand { get; } = new("Enregistrer comme déclaration", "Save as statement");

    /// <summary>The entry of a message's menu that sends it to the moderators.</summary>
    public static LocalisedText SuggestCommand { get; } = new("Proposer au bot", "Suggest to the bot");

    /// <summary>The entry of a user's menu that asks why the organisation of that name left.</summary>
    public static LocalisedText UserCommand { get; } = new("Pourquoi quitter X\u202F?", "Why leave X?");

    /// <summary>Every command with all the options that it understands.</summary>
    public ImmutableArray<CommandDefinition> Slash { get; }

    /// <summary>The same as Discord has them.</summary>
    public ImmutableArray<SlashCommand> Registered { get; }

    /// <param name="path">As Discord names it: <c>why</c>, <c>statement add</c>, <c>source show</c>.</param>
    public CommandDefinition? Find(string path) => byPath.GetValueOrDefault(path);

    /// <summary>Whether the command itself knows who is to see the answer, or only Discord does.</summary>
    public bool KnowsVisibility(string name) => sayWhoSees.Contains(name);

    /// <summary>Whether the answer is for the asker alone, whatever they choose.</summary>
    public static bool IsPersonal(CommandDefinition definition) => definition.Permission > Permission.Community || Personal.Contains(definition.Name);

    /// <summary>The options that users are offered.</summary>
    public static IEnumerable<OptionDefinition> Offered(CommandDefinition definition) => definition.Options.Where(option =>
        !Unoffered.Contains(option.Name) && !(option.Name == OptionNames.Review && definition.Name == CommandNames.StatementAdd));

    private static CommandDefinition Complete(CommandDefinition definition)
    {
        var options = definition.Options;
        foreach (var option in IsPersonal(definition) ? [LanguageOption] : new[] { LanguageOption, VisibilityOption })
        {
            if (!options.Any(own => own.Kind == option.Kind || own.Name == option.Name))
                options = options.Add(option);
        }

        return definition with { Options = [.. options.OrderByDescending(option => option.Required)] };
    }
}
