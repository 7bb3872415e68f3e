namespace QuitteXBot.Discord.Rendering;

/// <summary>
/// Cuts a text too long for one page: at sentence ends, else between words, and only where there is none between characters.
/// The parts put together are the text, character for character.
/// </summary>
internal static class QuoteSplitter
{
    /// <param name="text">As it is, not escaped.</param>
    /// <param name="most">The most characters of a part, counted as escaped and with what <paramref name="measure"/> adds.</param>
    /// <param name="measure">The length of a part as it will stand on the page.</param>
    public static List<string> Split(string text, int most, Func<string, int> measure)
    {
        var parts = new List<string>();
        var from = 0;
        while (from < text.Length)
        {
            var to = measure(text[from..]) <= most ? text.Length : CutBefore(text, from, Longest(text, from, most, measure));
            parts.Add(text[from..to]);
            from = to;
        }

        return parts;
    }

    private static int Longest(string text, int from, int most, Func<string, int> measure)
    {
        var (fits, tooLong) = (from + 1, text.Length);
        while (tooLong - fits > 1)
        {
            var middle = fits + ((tooLong - fits) / 2);
            if (measure(text[from..middle]) <= most)
                fits = middle;
            else
                tooLong = middle;
        }

        return fits;
    }

    private static int CutBefore(string text, int from, int end)
    {
        var word = -1;
        for (var i = end; i > from + ((end - from) / 2); i--)
        {
            if (!char.IsWhiteSpace(text[i - 1]) || IsNoBreak(text[i - 1]))
                continue;
            if (word < 0)
                word = i;
            if (EndsSentence(text, i - 1))
                return i;
        }

        if (word > 0)
            return word;
        while (end > from + 1 && (char.IsLowSurrogate(text[end]) || char.GetUnicodeCategory(text[end]) is System.Globalization.UnicodeCategory.NonSpacingMark || text[end] == '\u200D' || text[end - 1] == '\u200D'))
            end--;
        return end;
    }

    private static bool EndsSentence(string text, int space)
    {
        var i = space - 1;
        while (i >= 0 && (char.IsWhiteSpace(text[i]) || text[i] is '»' or '”' or '"' or ')'))
            i--;
        return i >= 0 && text[i] is '.' or '!' or '?' or '…';
    }

    private static bool IsNoBreak(char unit) => unit is '\u00A0' or '\u202F' or '\u2007';
}
