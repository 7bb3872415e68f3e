using QuitteXBot.Core.Sources;

namespace QuitteXBot.Core.Statements;

/// <summary>Finds a quote again after its source's text changed: by its words, and by what stood around them where they stand more than once.</summary>
public static class QuoteAnchor
{
    /// <summary>
    /// The quote at its place in the new text, with the new surroundings; null where its exact words are gone, or stand in several places
    /// whose surroundings resemble the old ones equally.
    /// </summary>
    public static Quote? Find(Quote quote, string newText)
    {
        if (quote.Text.Length == 0)
            return null;

        var (best, bestScore, tied) = (-1, -1, false);
        for (var index = newText.IndexOf(quote.Text, StringComparison.Ordinal);
             index >= 0;
             index = newText.IndexOf(quote.Text, index + 1, StringComparison.Ordinal))
        {
            var score = CommonEnd(quote.Prefix, newText.AsSpan(0, index)) + CommonStart(quote.Suffix, newText.AsSpan(index + quote.Text.Length));
            tied = score == bestScore;
            if (score > bestScore)
                (best, bestScore) = (index, score);
        }

        return best < 0 || tied ? null : Place(quote, newText, best);
    }

    /// <summary>The quote as it stands at that place of a text.</summary>
    /// <param name="from">UTF-16 index of its first character.</param>
    public static Quote Place(Quote quote, string text, int from)
    {
        var to = from + quote.Text.Length;
        var start = CodePoints.FromUtf16(text, from);
        return quote with
        {
            Start = start,
            End = start + CodePoints.FromUtf16(quote.Text, quote.Text.Length),
            Prefix = text[Back(text, from)..from],
            Suffix = text[to..Forward(text, to)],
        };
    }

    private static int CommonEnd(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var length = 0;
        while (length < Math.Min(left.Length, right.Length) && left[^(length + 1)] == right[^(length + 1)])
            length++;
        return length;
    }

    private static int CommonStart(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => left.CommonPrefixLength(right);

    private static int Back(string text, int index)
    {
        for (var count = 0; count < Quote.ContextLength && index > 0; count++)
            index -= index > 1 && char.IsSurrogatePair(text[index - 2], text[index - 1]) ? 2 : 1;
        return index;
    }

    private static int Forward(string text, int index)
    {
        for (var count = 0; count < Quote.ContextLength && index < text.Length; count++)
            index += index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) ? 2 : 1;
        return index;
    }
}
