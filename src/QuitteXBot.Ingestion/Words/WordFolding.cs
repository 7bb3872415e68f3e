using System.Globalization;
using System.Text;

namespace QuitteXBot.Ingestion.Words;

/// <summary>Case and accents taken away, character by character, so that a broken text (lone surrogates) is no fault.</summary>
public static class WordFolding
{
    private const int TableSize = 0x250;

    private static readonly string[] Table = [.. Enumerable.Range(0, TableSize).Select(unit => FoldSlowly((char)unit))];

    /// <summary>The word as words are compared: <c>Œuvré</c> → <c>oeuvre</c>.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var plain = true;
        foreach (var unit in word)
            plain &= char.IsAsciiLetterLower(unit) || char.IsAsciiDigit(unit);
        if (plain)
            return word.ToString();
        var folded = new StringBuilder(word.Length);
        foreach (var unit in word)
            folded.Append(unit < TableSize ? Table[unit] : FoldSlowly(unit));
        return folded.ToString();
    }

    private static string FoldSlowly(char unit)
    {
        if (char.IsSurrogate(unit) || unit >= '\uFFFE')
            return unit.ToString();
        switch (unit)
        {
            case 'œ' or 'Œ':
                return "oe";
            case 'æ' or 'Æ':
                return "ae";
        }

        var folded = new StringBuilder();
        foreach (var part in unit.ToString().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(part));
        }

        return folded.ToString();
    }
}
