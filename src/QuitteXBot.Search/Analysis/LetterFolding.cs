using System.Globalization;
using System.Text;

namespace QuitteXBot.Search.Analysis;

/// <summary>What a character is to <see cref="WordReader"/>, and its letter without case, accent or ligature.</summary>
internal static class LetterFolding
{
    public const char Separator = '\0';
    public const char Apostrophe = '\u0001';

    /// <summary>A letter that folds to two (œ) or that the table does not know: see <see cref="Expand"/>.</summary>
    public const char Expands = '\u0002';

    /// <summary>Nothing to a reader and nothing to us: combining accents, soft hyphens, zero-width and direction marks.</summary>
    public const char Ignored = '\u0003';

    private const int TableLength = 0x180;

    // U+0000 to U+017F, 32 characters a line.
    private const string Table =
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
        + "\0\0\0\0\0\0\0\u0001\0\0\0\0\0\0\0\0" + "0123456789\0\0\0\0\0\0"
        + "\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0"
        + "\u0001abcdefghijklmnopqrstuvwxyz\0\0\0\0\0"
        + "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
        + "\0\0\0\0\0\0\0\0\0\0\0\0\0\u0003\0\0\0\0\0\0\u0001\0\0\0\0\0\0\0\0\0\0\0"
        + "aaaaaa\u0002ceeeeiiiidnooooo\0ouuuuyt\u0002"
        + "aaaaaa\u0002ceeeeiiiidnooooo\0ouuuuyty"
        + "aaaaaaccccccccddddeeeeeeeeeegggg"
        + "gggghhhhiiiiiiiiii\u0002\u0002jjkkklllllll"
        + "lllnnnnnn\u0002nnoooooo\u0002\u0002rrrrrrssssss"
        + "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    public static char Fold(char unit) => unit < TableLength ? Table[unit] : FoldRare(unit);

    /// <summary>Writes the folded form of the letter that begins at <paramref name="index"/>, if it fits.</summary>
    /// <param name="consumed">UTF-16 units of the text that the letter takes.</param>
    /// <returns>How many characters were written; 0 where it is no letter after all, or does not fit.</returns>
    public static int Expand(ReadOnlySpan<char> text, int index, Span<char> destination, out int consumed)
    {
        var status = Rune.DecodeFromUtf16(text[index..], out var rune, out consumed);
        if (status != System.Buffers.OperationStatus.Done)
        {
            consumed = 1;
            return 0;
        }

        var pair = rune.Value switch
        {
            'œ' or 'Œ' => "oe",
            'æ' or 'Æ' => "ae",
            'ß' or 'ẞ' => "ss",
            'ĳ' or 'Ĳ' => "ij",
            'ŉ' => "n",
            _ => null,
        };
        if (pair is null)
        {
            if (!Rune.IsLetterOrDigit(rune))
                return 0;
            pair = Rune.ToLowerInvariant(rune).ToString().Normalize(NormalizationForm.FormKD);
        }

        if (pair.Length > destination.Length)
            return 0;
        var length = 0;
        foreach (var unit in pair)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(unit) is not UnicodeCategory.NonSpacingMark)
                destination[length++] = char.ToLowerInvariant(unit);
        }

        return length;
    }

    private static char FoldRare(char unit)
    {
        if (unit is '’' or '‘' or '‛' or 'ʼ' or '′' or '＇')
            return Apostrophe;
        if (char.IsHighSurrogate(unit))
            return Expands;
        return CharUnicodeInfo.GetUnicodeCategory(unit) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber => Expands,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.Format => Ignored,
            _ => Separator,
        };
    }
}
