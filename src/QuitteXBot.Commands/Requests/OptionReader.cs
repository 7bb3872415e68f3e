using System.Collections.Immutable;
using System.Text;
using QuitteXBot.Commands.Definitions;

namespace QuitteXBot.Commands.Requests;

/// <summary>
/// Reads what follows a command's name: <c>--reason privacy</c>, <c>reason:privacy</c>, <c>raison=…</c>, values in quotation marks, and the rest by position.
/// A value without quotation marks runs up to the next option; whoever knows the values trims it.
/// </summary>
internal static class OptionReader
{
    private const string OpeningMarks = "\"“«'";
    private const string ClosingMarks = "\"”»'";

    public static TypedText Read(CommandDefinition command, string text, bool namedInFrench)
    {
        var options = ImmutableArray.CreateBuilder<TypedOption>();
        var rest = new StringBuilder();
        var takesFreeText = command.Options.Any(option => option.Kind == OptionKind.Text);
        OptionDefinition? open = null;
        var value = new StringBuilder();
        var position = 0;
        while (position < text.Length)
        {
            if (text[position] == ' ')
            {
                position++;
                continue;
            }

            if (TryReadName(text, position, out var name, out var afterName, out var dashed))
            {
                var definition = CommandNameReader.FindOption(command, name);
                if (definition is null && (dashed || (!takesFreeText && !name.Contains('-'))))
                    return new UnknownOption(command);
                if (definition is not null)
                {
                    Close();
                    position = SkipSpaces(text, afterName);
                    if (TryReadQuoted(text, position, out var quoted, out var afterQuoted))
                    {
                        options.Add(new TypedOption(definition, quoted, Quoted: true));
                        position = afterQuoted;
                    }
                    else
                    {
                        open = definition;
                    }

                    continue;
                }
            }

            var end = text.IndexOf(' ', position);
            end = end < 0 ? text.Length : end;
            Append(open is null ? rest : value, text[position..end]);
            position = end;
            if (open is not null && TakesOneWord(open.Kind))
                Close();
        }

        Close();
        return new TypedCommand(command, options.ToImmutable(), rest.ToString(), namedInFrench);

        void Close()
        {
            if (open is not null)
                options.Add(new TypedOption(open, value.ToString(), Quoted: false));
            open = null;
            value.Clear();
        }
    }

    /// <summary>The value of a text in quotation marks as a whole, or the text itself.</summary>
    public static string Unquote(string text) =>
        TryReadQuoted(text, 0, out var quoted, out var after) && after == text.Length ? quoted : text;

    private static bool TakesOneWord(OptionKind kind) =>
        kind is OptionKind.Language or OptionKind.Visibility or OptionKind.Page or OptionKind.Statement or OptionKind.Source or OptionKind.Command;

    private static bool TryReadName(string text, int start, out string name, out int after, out bool dashed)
    {
        dashed = text.AsSpan(start).StartsWith("--") || text.AsSpan(start).StartsWith("—");
        var from = !dashed ? start : text[start] == '—' ? start + 1 : start + 2;
        var end = from;
        while (end < text.Length && (IsLetter(text[end]) || IsInnerHyphen(text, from, end)))
            end++;
        name = text[from..end];
        after = end;
        if (name.Length == 0)
            return false;
        var separated = end < text.Length && text[end] is ':' or '=';
        if (separated)
            after = end + 1;
        return dashed ? separated || end == text.Length || text[end] == ' ' : separated;
    }

    private static bool IsLetter(char unit) => char.IsLetter(unit) || unit is >= '\u0300' and <= '\u036F';

    private static bool IsInnerHyphen(string text, int from, int at) =>
        text[at] == '-' && at > from && at + 1 < text.Length && IsLetter(text[at + 1]);

    private static bool TryReadQuoted(string text, int start, out string quoted, out int after)
    {
        (quoted, after) = (string.Empty, start);
        var mark = start < text.Length ? OpeningMarks.IndexOf(text[start]) : -1;
        var end = mark < 0 ? -1 : text.IndexOf(ClosingMarks[mark], start + 1);
        if (end < 0 || (end + 1 < text.Length && text[end + 1] != ' '))
            return false;
        quoted = text[(start + 1)..end].Trim();
        after = end + 1;
        return true;
    }

    private static int SkipSpaces(string text, int position)
    {
        while (position < text.Length && text[position] == ' ')
            position++;
        return position;
    }

    private static void Append(StringBuilder target, string word)
    {
        if (target.Length > 0)
            target.Append(' ');
        target.Append(word);
    }
}
