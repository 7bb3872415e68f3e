using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Text;

namespace QuitteXBot.Commands.Requests;

/// <summary>Typed names → commands and options: case and accents do not matter, one typing error is forgiven where only one command is near.</summary>
internal static class CommandNameReader
{
    private const int ShortestForgiven = 4;

    /// <summary>The command of exactly that name, in any language.</summary>
    public static CommandDefinition? Find(string typed)
    {
        var name = Folding.Fold(typed);
        foreach (var command in CommandCatalogue.All)
        {
            if (command.Name == name || command.FrenchName == name || command.Aliases.Contains(name))
                return command;
        }

        return null;
    }

    /// <summary>The only command that is one typing error away, or null.</summary>
    public static CommandDefinition? FindMistyped(string typed) =>
        typed.Length < ShortestForgiven ? null : Nearest(Folding.Fold(typed), 1, mustBeOnly: true);

    /// <summary>The command to suggest for a name that is none, or null where none is near.</summary>
    public static CommandDefinition? Suggest(string typed) => Nearest(Folding.Fold(typed), typed.Length < ShortestForgiven ? 1 : 2, mustBeOnly: false);

    public static OptionDefinition? FindOption(CommandDefinition command, string typed)
    {
        var name = Folding.Fold(typed);
        foreach (var option in command.Options)
        {
            if (option.Name == name || option.FrenchName == name || option.Aliases.Contains(name))
                return option;
        }

        return null;
    }

    private static CommandDefinition? Nearest(string name, int limit, bool mustBeOnly)
    {
        CommandDefinition? nearest = null;
        var least = limit + 1;
        var count = 0;
        foreach (var command in CommandCatalogue.All)
        {
            var distance = Math.Min(EditDistance.Between(name, command.Name), EditDistance.Between(name, command.FrenchName));
            if (distance > limit)
                continue;
            count++;
            if (distance < least)
                (nearest, least) = (command, distance);
        }

        return mustBeOnly && count != 1 ? null : nearest;
    }
}
