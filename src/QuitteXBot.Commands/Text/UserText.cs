using System.Globalization;
using System.Text;

namespace QuitteXBot.Commands.Text;

/// <summary>What a person typed, made harmless: no control, bidirectional or invisible formatting characters, no broken surrogates.</summary>
public static class UserText
{
    /// <summary>UTF-16 units: Discord's longest message (2,000 characters); a question that is longer is a mistake or an attack.</summary>
    public const int MaximumLength = 2000;

    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                AppendPair(clean, text, i);
                i++;
            }
            else if (!char.IsSurrogate(text[i]))
            {
                AppendUnit(clean, text[i]);
            }
        }

        return clean.ToString().Trim();
    }

    private static void AppendPair(StringBuilder clean, string text, int index)
    {
        if (CharUnicodeInfo.GetUnicodeCategory(text, index) is not UnicodeCategory.Format)
            clean.Append(text, index, 2);
    }

    private static void AppendUnit(StringBuilder clean, char unit)
    {
        if (char.IsWhiteSpace(unit))
            clean.Append(' ');
        else if (char.GetUnicodeCategory(unit) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse))
            clean.Append(unit);
    }
}
