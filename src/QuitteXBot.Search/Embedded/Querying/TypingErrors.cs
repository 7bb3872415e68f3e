namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours, each letter touched once.</summary>
internal static class TypingErrors
{
    private const int LongestWord = 192;

    /// <returns>How many errors turn one word into the other, or any number above <paramref name="limit"/> where they are more.</returns>
    public static int Count(ReadOnlySpan<byte> typed, ReadOnlySpan<byte> word, int limit)
    {
        if (typed.Length > LongestWord || word.Length > LongestWord)
            return limit + 1;
        var width = word.Length + 1;
        Span<int> cells = stackalloc int[(LongestWord + 1) * 3];
        var before = cells[..width];
        var last = cells.Slice(width, width);
        var row = cells.Slice(width * 2, width);
        for (var j = 0; j < width; j++)
            last[j] = j;
        for (var i = 1; i <= typed.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var cost = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (typed[i - 1] == word[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
                    cost = Math.Min(cost, before[j - 2] + 1);
                row[j] = cost;
                least = Math.Min(least, cost);
            }

            if (least > limit)
                return limit + 1;
            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return last[width - 1];
    }
}
