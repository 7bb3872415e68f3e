using System.Text;

namespace QuitteXBot.Search.Names.Folding;

/// <summary>Accented Latin letters → ASCII. A table, because Unicode normalisation would load ICU on the way of the first question.</summary>
internal static class LatinLetters
{
    // U+00C0–U+00FF and U+0100–U+017F, one character each; '?' marks what is no letter or becomes two.
    private const string LatinOne = "aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?y";
    private const string ExtendedA =
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkklllllllllln" +
        "nnnnnnnnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>The ASCII letters for a character from U+00C0 on; null where this table has none.</summary>
    public static string? Fold(char character)
    {
        switch (character)
        {
            case 'Æ' or 'æ': return "ae";
            case 'Œ' or 'œ': return "oe";
            case 'ß' or 'ẞ': return "ss";
            case 'Þ' or 'þ': return "th";
            case 'Ĳ' or 'ĳ': return "ij";
        }

        var letter = character switch
        {
            >= '\u00C0' and <= '\u00FF' => LatinOne[character - '\u00C0'],
            >= '\u0100' and <= '\u017F' => ExtendedA[character - '\u0100'],
            _ => '?',
        };
        return letter == '?' ? null : Ascii(letter);
    }

    /// <summary>The rare rest: ligatures, full-width forms, letters with several marks, by compatibility decomposition.</summary>
    public static string Decompose(char letter) => letter.ToString().Normalize(NormalizationForm.FormKD);

    private static string Ascii(char letter) => Letters[letter - 'a'];

    private static readonly string[] Letters =
    [
        "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z",
    ];
}
