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
        var rarest = new (int Negated, int At)[lists.Count];
        for (var i = 0; i < rarest.Length; i++)
            rarest[i] = (-lexicon.Frequency(lists[i]), i);
        Array.Sort(rarest);
        var kept = new List<int>(Maximum);
        foreach (var (_, at) in rarest.AsSpan(0, Maximum))
            kept.Add(lists[at]);
        return kept;
    }
}
