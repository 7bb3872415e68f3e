using System.Text;

namespace QuitteXBot.Discord.Rendering;

/// <summary>
/// Makes any text stand in Discord's Markdown as itself. Discord shows a backslash and a punctuation mark as that mark, so what is escaped is
/// undone by <see cref="Unescape"/>, character for character.
/// </summary>
internal static class Markdown
{
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + (text.Length / 8));
        var atLineStart = true;
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if (MustEscape(text, i, atLineStart))
                escaped.Append('\\');
            escaped.Append(unit);
            atLineStart = unit == '\n' || (atLineStart && unit is ' ' or '\t' or '\u00A0' or '\u202F' or '\u3000');
        }

        return escaped.ToString();
    }

    /// <summary>What the reader sees of an escaped text.</summary>
    public static string Unescape(string markdown)
    {
        var text = new StringBuilder(markdown.Length);
        for (var i = 0; i < markdown.Length; i++)
        {
            if (markdown[i] == '\\' && i + 1 < markdown.Length && char.IsAscii(markdown[i + 1]) && char.IsPunctuation(markdown[i + 1]) | char.IsSymbol(markdown[i + 1]))
                i++;
            text.Append(markdown[i]);
        }

        return text.ToString();
    }

    /// <summary>A link with a text; the text alone where the address is none that may be followed.</summary>
    public static string Link(string text, string? url)
    {
        var shown = Escape(text);
        return SafeUrl(url) is { } address ? $"[{shown}]({address})" : shown;
    }

    /// <summary>An http or https address in a form that cannot end the link early; null for anything else.</summary>
    private static string? SafeUrl(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && url!.Length <= 1_500
            ? address!.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
                .Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)
            : null;

    private static bool MustEscape(string text, int at, bool atLineStart)
    {
        var next = at + 1 < text.Length ? text[at + 1] : '\0';
        switch (text[at])
        {
            case '\\' or '*' or '_' or '~' or '`' or '|' or '<' or '>' or '#' or '[' or ']' or '(' or ')' or '@':
                return true;
            case ':':
                // "https://" would become a link, ":smile:" a picture.
                return next is '/' or '_' or '+' or '-' || char.IsAsciiLetterOrDigit(next);
            case '-' or '+':
                return atLineStart;
            case '.':
                return IsListNumber(text, at);
            default:
                return false;
        }
    }

    private static bool IsListNumber(string text, int dot)
    {
        var i = dot - 1;
        while (i >= 0 && char.IsAsciiDigit(text[i]))
            i--;
        if (i == dot - 1)
            return false;
        while (i >= 0 && text[i] is ' ' or '\t' or '\u00A0' or '\u202F' or '\u3000')
            i--;
        return i < 0 || text[i] == '\n';
    }
}
