namespace QuitteXBot.Commands.Text;

/// <summary>How many typing errors lie between two short words: insertions, omissions, replacements and swaps of neighbours.</summary>
internal static class EditDistance
{
    /// <summary>Words beyond this length are never near.</summary>
    private const int LongestWord = 40;

    /// <summary>Whether at most <paramref name="limit"/> errors lie between the words.</summary>
    public static bool IsWithin(string left, string right, int limit) =>
        Math.Abs(left.Length - right.Length) <= limit && Between(left, right) <= limit;

    public static int Between(string left, string right)
    {
        if (left.Length > LongestWord || right.Length > LongestWord)
            return Math.Max(left.Length, right.Length);
        Span<int> beforeLast = stackalloc int[LongestWord + 1];
        Span<int> last = stackalloc int[LongestWord + 1];
        Span<int> current = stackalloc int[LongestWord + 1];
        for (var column = 0; column <= right.Length; column++)
            last[column] = column;
        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = left[row - 1] == right[column - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(last[column] + 1, current[column - 1] + 1), last[column - 1] + cost);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                    best = Math.Min(best, beforeLast[column - 2] + 1);
                current[column] = best;
            }

            last.CopyTo(beforeLast);
            current.CopyTo(last);
        }

        return last[right.Length];
    }
}
