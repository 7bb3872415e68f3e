using System.Text;

namespace QuitteXBot.Chat;

/// <summary>
/// Text on its way to a terminal. Escape sequences hidden in a text must not reach it: control characters become their pictures
/// (U+2400 to U+241F, U+2421; the C1 controls U+FFFD). Line feeds and tabs stay.
/// </summary>
internal static class TerminalText
{
    public static string Safe(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u007f', '\u009f') && !HasLowControl(text))
            return text;
        var safe = new StringBuilder(text.Length);
        foreach (var unit in text)
            safe.Append(Picture(unit));
        return safe.ToString();
    }

    private static bool HasLowControl(string text)
    {
        foreach (var unit in text)
        {
            if (unit < ' ' && unit is not ('\n' or '\t'))
                return true;
        }

        return false;
    }

    private static char Picture(char unit) => unit switch
    {
        '\n' or '\t' => unit,
        < ' ' => (char)('\u2400' + unit),
        '\u007f' => '\u2421',
        > '\u007f' and <= '\u009f' => '\ufffd',
        _ => unit,
    };
}
