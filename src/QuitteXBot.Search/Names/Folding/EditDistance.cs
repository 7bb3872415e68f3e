namespace QuitteXBot.Search.Names.Folding;

/// <summary>
/// Typing errors between two keys: letters left out, added, exchanged, or two neighbours swapped (Damerau–Levenshtein, no letter touched twice).
/// An error at the first letter counts two, for it is rare and makes another name. Figures are no typing errors: "Lyon 2" is not "Lyon 3".
/// </summary>
internal static class EditDistance
{
    private const int Longest = 64;

    /// <summary>How many errors a word of that length may have: none under 5 letters, one up to 8, two beyond.</summary>
    public static int Allowed(int length) => length < 5 ? 0 : length <= 8 ? 1 : 2;

    /// <summary>The number of errors, or <paramref name="limit"/> + 1 where there are more.</summary>
    public static int Within(ReadOnlySpan<byte> typed, ReadOnlySpan<byte> name, int limit)
    {
        if (Math.Abs(typed.Length - name.Length) > limit || typed.Length > Longest || name.Length > Longest || !SameFigures(typed, name))
            return limit + 1;

        Span<int> rows = stackalloc int[3 * (Longest + 1)];
        var before = rows[..(Longest + 1)];
        var previous = rows.Slice(Longest + 1, Longest + 1);
        var current = rows[(2 * (Longest + 1))..];
        for (var column = 0; column <= name.Length; column++)
            previous[column] = column == 0 ? 0 : column + 1;

        for (var row = 1; row <= typed.Length; row++)
        {
            current[0] = row + 1;
            var least = current[0];
            for (var column = 1; column <= name.Length; column++)
            {
                var removal = previous[column] + (row == 1 ? 2 : 1);
                var insertion = current[column - 1] + (column == 1 ? 2 : 1);
                var exchange = previous[column - 1] + (typed[row - 1] == name[column - 1] ? 0 : row == 1 || column == 1 ? 2 : 1);
                var cost = Math.Min(exchange, Math.Min(removal, insertion));
                if (row > 1 && column > 1 && typed[row - 1] == name[column - 2] && typed[row - 2] == name[column - 1])
                    cost = Math.Min(cost, before[column - 2] + (row == 2 || column == 2 ? 2 : 1));
                current[column] = cost;
                least = Math.Min(least, cost);
            }

            if (least > limit)
                return limit + 1;
            var oldest = before;
            before = previous;
            previous = current;
            current = oldest;
        }

        return Math.Min(previous[name.Length], limit + 1);
    }

    private static bool SameFigures(ReadOnlySpan<byte> typed, ReadOnlySpan<byte> name)
    {
        var index = 0;
        foreach (var unit in name)
        {
            if (!char.IsAsciiDigit((char)unit))
                continue;
            while (index < typed.Length && !char.IsAsciiDigit((char)typed[index]))
                index++;
            if (index == typed.Length || typed[index++] != unit)
                return false;
        }

        while (index < typed.Length && !char.IsAsciiDigit((char)typed[index]))
            index++;
        return index == typed.Length;
    }
}
