namespace QuitteXBot.Discord.Rendering;

/// <summary>Texts of a bounded length for places without Markdown: labels, choices, titles of forms.</summary>
internal static class PlainText
{
    private const char Ellipsis = '…';

    /// <summary>The text, or as many of its words as fit with an ellipsis behind; a single long word is cut between characters.</summary>
    public static string Shorten(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var cut = text.LastIndexOf(' ', most - 1);
        if (cut < most / 2)
            cut = char.IsLowSurrogate(text[most - 1]) ? most - 2 : most - 1;
        return string.Concat(text.AsSpan(0, cut).TrimEnd(), [Ellipsis]);
    }
}
