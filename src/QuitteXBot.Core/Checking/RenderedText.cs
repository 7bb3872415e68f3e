using System.Text;

namespace QuitteXBot.Core.Checking;

/// <summary>
/// The words of a page, for finding quotes in them. Blind only to what the making of a page changes: runs of blanks of any kind (no-break spaces, line
/// ends), soft hyphens and zero-width characters within words, and straight for typographic apostrophes. Every other character counts.
/// </summary>
public sealed class RenderedText(string text)
{
    private readonly string _words = Plain(text);

    public bool Carries(string quote) => _words.Contains(Plain(quote), StringComparison.Ordinal);

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if (unit is '\u00ad' or '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff')
                continue;
            if (!char.IsWhiteSpace(unit))
                plain.Append(unit is '’' or 'ʼ' ? '\'' : unit);
            else if (plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }

        return plain.ToString().TrimEnd(' ');
    }
}
