namespace QuitteXBot.Ingestion.Text;

/// <summary>Classes of characters that French printing knows and .NET does not.</summary>
internal static class Characters
{
    /// <summary>White space, no-break and thin spaces, and the signs that are written but not seen.</summary>
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\u2060' or '\uFEFF' or '\u200E' or '\u200F' or '\u00AD';

    public static bool IsApostrophe(char c) => c is '\'' or '’';

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    public static bool IsDash(char c) => c is '–' or '—' or '―';

    public static bool IsSentenceEnd(char c) => c is '.' or '!' or '?' or '…';

    public static bool IsMark(char c) => c is '«' or '»' or '“' or '”' or '„' or '‟' or '"' or '‹' or '›' or '‘' or '‚' or '＂' || IsApostrophe(c);

    /// <summary>The first index from <paramref name="from"/> on that is no space, at most <paramref name="end"/>.</summary>
    public static int SkipSpaces(string text, int from, int end)
    {
        while (from < end && IsSpace(text[from]))
            from++;
        return from;
    }

    /// <summary>The index behind the last unit before <paramref name="end"/> that is no space, at least <paramref name="start"/>.</summary>
    public static int TrimSpaces(string text, int start, int end)
    {
        while (end > start && IsSpace(text[end - 1]))
            end--;
        return end;
    }
}
