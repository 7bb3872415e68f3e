using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;

namespace QuitteXBot.Commands.Requests;

/// <summary>
/// Reads typed commands whose options hold words that must stay exactly as they are: <c>!statement add</c> with a <c>field: value</c> on each line, or
/// <c>/statement add bordeaux quote:"…" speaker:…</c> on one. A value goes on, over line ends too, up to the next field that the command knows.
/// </summary>
internal static class FieldTextReader
{
    /// <summary>UTF-16 units of a whole command: the longest quote and what goes with it.</summary>
    public const int MaximumLength = 400_000;

    /// <summary>The command and its options, or null where the text is no command that takes words exactly.</summary>
    public static (CommandDefinition Definition, ImmutableDictionary<string, string> Options, bool NamedInFrench)? Read(string text)
    {
        var line = text.AsSpan().TrimStart();
        if (line.Length < 2 || line[0] is not ('/' or '!'))
            return null;
        line = line[1..].TrimStart();
        if (CommandNameReader.FindAtStart(line.ToString().AsSpan(0, Math.Min(line.Length, CommandNameReader.LongestName))) is not { } found)
            return null;
        var definition = found.Definition;
        if (!definition.Options.Any(option => option.Kind == OptionKind.Verbatim))
            return null;
        return (definition, ReadOptions(definition, line[found.Length..].ToString().ReplaceLineEndings("\n"), null), found.InFrench);
    }

    /// <summary>The fields of a text that names no command.</summary>
    /// <param name="text">With LF as line ends.</param>
    /// <param name="unnamed">The option that gets the words behind no field's name.</param>
    public static ImmutableDictionary<string, string> ReadFields(CommandDefinition definition, string text, string unnamed) => ReadOptions(definition, text, unnamed);

    private static ImmutableDictionary<string, string> ReadOptions(CommandDefinition definition, string text, string? unnamed)
    {
        var options = ImmutableDictionary.CreateBuilder<string, string>();
        var firstLineEnd = text.IndexOf('\n');
        firstLineEnd = firstLineEnd < 0 ? text.Length : firstLineEnd;
        OptionDefinition? open = null;
        var from = 0;
        var inQuotes = false;
        for (var i = 0; i < text.Length; i++)
        {
            var atWord = i == 0 || (i <= firstLineEnd ? char.IsWhiteSpace(text[i - 1]) : text[i - 1] == '\n');
            if (atWord && !inQuotes && FieldAt(definition, text, i) is { } field)
            {
                Close(i);
                (open, from) = (field.Option, field.After);
                i = field.After - 1;
                inQuotes = i + 1 < text.Length && i < firstLineEnd && text[i + 1] == '"' && text.IndexOf('"', i + 2) > 0;
                if (inQuotes)
                    i++;
            }
            else if (inQuotes && text[i] == '"')
            {
                inQuotes = false;
            }
        }

        Close(text.Length);
        return options.ToImmutable();

        void Close(int to)
        {
            var value = Unquote(text[from..to].Trim());
            if (open is not null)
                options[open.Name] = value;
            else if (value.Length > 0 && unnamed is not null)
                options[unnamed] = value;
            else if (value.Length > 0)
                Place(definition, options, value);
        }
    }

    /// <summary>Words behind no field's name: the first line is the first option's, what follows the text's that is kept exactly.</summary>
    private static void Place(CommandDefinition definition, ImmutableDictionary<string, string>.Builder options, string value)
    {
        var first = definition.Options[0];
        var verbatim = definition.Options.First(option => option.Kind == OptionKind.Verbatim);
        if (first == verbatim || (first.Name == OptionNames.Url && !value.StartsWith("http", StringComparison.OrdinalIgnoreCase)))
        {
            options[verbatim.Name] = value;
            return;
        }

        var lineEnd = value.IndexOf('\n');
        if (lineEnd < 0 && first.Kind is OptionKind.Statement && value.IndexOf(' ') is > 0 and var space)
            lineEnd = space;
        if (lineEnd < 0)
        {
            options[first.Name] = value;
            return;
        }

        options[first.Name] = value[..lineEnd].Trim();
        options[verbatim.Name] = value[lineEnd..].Trim();
    }

    private static (OptionDefinition Option, int After)? FieldAt(CommandDefinition definition, string text, int start)
    {
        var dashed = text.AsSpan(start).StartsWith("--");
        var from = dashed ? start + 2 : start;
        var end = from;
        while (end < text.Length && end - from < CommandNameReader.LongestName && (char.IsLetter(text[end]) || text[end] is '-' or (>= '\u0300' and <= '\u036F')))
            end++;
        if (end == from)
            return null;
        var name = text[from..end];
        var colon = end;
        while (colon < text.Length && text[colon] is ' ' or '\u00A0' or '\u202F')
            colon++;
        var separated = colon < text.Length && text[colon] is ':' or '=';
        if (!separated && !(dashed && end < text.Length && text[end] == ' '))
            return null;
        // An address is no field: "https:" is not followed by one.
        if (separated && text.AsSpan(colon).StartsWith("://"))
            return null;
        return CommandNameReader.FindOption(definition, name) is { } option ? (option, separated ? colon + 1 : end + 1) : null;
    }

    private static string Unquote(string value) => value.Length > 1 && value[0] == '"' && value.IndexOf('"', 1) == value.Length - 1 ? value[1..^1] : value;
}
