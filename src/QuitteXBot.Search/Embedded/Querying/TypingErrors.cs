namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>
/// Counts the errors that turn a typed word into others: insertions, deletions, substitutions and swaps of neighbours, each letter touched once.
/// All rows of the usual table at once, a bit a row (Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances", 2003).
/// </summary>
internal readonly ref struct TypingErrors
{
    public const int LongestWord = 64;

    public const int Rows = 256;

    private readonly Span<ulong> rowsOf;
    private readonly int length;

    /// <param name="typed">1 to <see cref="LongestWord"/> bytes.</param>
    /// <param name="rows">Room for <see cref="Rows"/> numbers.</param>
    public TypingErrors(ReadOnlySpan<byte> typed, Span<ulong> rows)
    {
        rows.Clear();
        for (var i = 0; i < typed.Length; i++)
            rows[typed[i]] |= 1UL << i;
        rowsOf = rows;
        length = typed.Length;
    }

    public int CountTo(ReadOnlySpan<byte> word)
    {
        var errors = length;
        var lastRow = 1UL << (length - 1);
        var rising = ulong.MaxValue;
        var falling = 0UL;
        var diagonal = 0UL;
        var before = 0UL;
        foreach (var letter in word)
        {
            var equal = rowsOf[letter];
            var swapped = ((~diagonal & equal) << 1) & before;
            diagonal = (((equal & rising) + rising) ^ rising) | equal | falling | swapped;
            var more = falling | ~(diagonal | rising);
            var fewer = diagonal & rising;
            if ((more & lastRow) != 0)
                errors++;
            if ((fewer & lastRow) != 0)
                errors--;
            more = (more << 1) | 1;
            rising = (fewer << 1) | ~(diagonal | more);
            falling = more & diagonal;
            before = equal;
        }

        return errors;
    }
}
