namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>The lists of the words that a word which is still being typed may stand for.</summary>
internal static class Expansion
{
    /// <summary>It stands for so many lists at most: the most frequent ones, of equally frequent ones the first.</summary>
    private const int Maximum = 64;

    public static List<int> Of<TLexicon>(TLexicon lexicon, string prefix)
        where TLexicon : ILexicon, allows ref struct
    {
        var lists = lexicon.Expand(prefix);
        if (lists.Count <= Maximum)
            return lists;

        // The frequency, negated, in the upper half; the place in the lower.
        var order = new long[lists.Count];
        for (var i = 0; i < order.Length; i++)
            order[i] = ((long)-lexicon.Frequency(lists[i]) << 32) | (uint)i;
        Array.Sort(order);
        var kept = new List<int>(Maximum);
        foreach (var place in order.AsSpan(0, Maximum))
            kept.Add(lists[(int)place]);
        return kept;
    }
}
