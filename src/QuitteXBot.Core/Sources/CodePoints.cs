namespace QuitteXBot.Core.Sources;

/// <summary>
/// Offsets of quotes are counted in Unicode code points, as the W3C Web Annotation model asks of a TextPositionSelector
/// (https://www.w3.org/TR/annotation-model/#text-position-selector); .NET strings count UTF-16 code units.
/// The two differ only behind a character outside the Basic Multilingual Plane (an emoji, say).
/// </summary>
public static class CodePoints
{
    /// <summary>How many code points stand before the given UTF-16 index of the text.</summary>
    public static int FromUtf16(string text, int index)
    {
        var count = index;
        for (var i = 1; i < index; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                count--;
        }

        return count;
    }

    /// <summary>The UTF-16 index of the given code point, or -1 where the text is shorter.</summary>
    public static int ToUtf16(string text, int codePoint)
    {
        if (codePoint < 0)
            return -1;
        var index = 0;
        while (codePoint > 0 && index < text.Length)
        {
            index += index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) ? 2 : 1;
            codePoint--;
        }

        return codePoint == 0 ? index : -1;
    }

    /// <summary>The characters from one code point up to, not including, another; null where the text has no such place.</summary>
    public static string? Slice(string text, int start, int end)
    {
        var from = ToUtf16(text, start);
        var to = ToUtf16(text, end);
        return from < 0 || to < from ? null : text[from..to];
    }
}
