using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Text;

namespace QuitteXBot.Commands.Requests;

/// <summary>Typed names → commands and options: case and accents do not matter, one typing error is forgiven where only one command is near.</summary>
internal static class CommandNameReader
{
    /// <summary>UTF-16 units that the name of a command takes at most, its group's included.</summary>
    public const int LongestName = 65;

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

    /// <summary>The command whose name, of two words rather than of one, begins the text; and how much of the text the name takes.</summary>
    public static (CommandDefinition Definition, int Length, bool InFrench)? FindAtStart(ReadOnlySpan<char> text)
    {
        var one = WordLength(text, 0);
        if (one == 0)
            return null;
        var gap = one;
        while (gap < text.Length && text[gap] == ' ')
            gap++;
        var two = gap + WordLength(text, gap);
        if (two > gap && Find($"{text[..one]} {text[gap..two]}") is { } grouped)
            return (grouped, two, IsFrench(grouped, $"{text[..one]} {text[gap..two]}"));
        var name = text[..one].ToString();
        return Find(name) is { } alone ? (alone, one, IsFrench(alone, name)) : null;
    }

    /// <summary>Whether that way of writing the command's name is nearer to its French name.</summary>
    public static bool IsFrench(CommandDefinition definition, string typed)
    {
        var folded = Folding.Fold(typed);
        return EditDistance.Between(folded, definition.FrenchName) < EditDistance.Between(folded, definition.Name);
    }

    public static int WordLength(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '-' or (>= '\u0300' and <= '\u036F')))
            end++;
        return end - start;
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
