namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>What another index, which answers together with the one that is searched, knows of words. By default there is none.</summary>
/// <param name="isFirst">Whether a mistyped word is sought there before it is here: both of the two must find the same.</param>
internal readonly ref struct Companion<TLexicon>(TLexicon lexicon, bool isFirst)
    where TLexicon : ILexicon, allows ref struct
{
    private readonly TLexicon lexicon = lexicon;
    private readonly bool isThere = true;

    public readonly bool IsFirst = isFirst;

    public int Documents => isThere ? lexicon.Documents : 0;

    public int TextFrequency(string stem) => isThere ? Frequency(lexicon.TextList(stem)) : 0;

    public int NameFrequency(string folded) => isThere ? Frequency(lexicon.NameList(folded)) : 0;

    public long PrefixFrequency(string prefix)
    {
        long frequency = 0;
        if (isThere)
        {
            foreach (var list in Expansion.Of(lexicon, prefix))
                frequency += lexicon.Frequency(list);
        }

        return frequency;
    }

    public bool Knows(QueryWord word, bool isPrefix) =>
        TextFrequency(word.Stem) > 0 || NameFrequency(word.Text) > 0 || (isPrefix && PrefixFrequency(word.Text) > 0);

    /// <summary>The word that a mistyped one stands for, or null.</summary>
    public string? Near(string folded) => isThere ? lexicon.Nearest(folded) : null;

    private int Frequency(int list) => list < 0 ? 0 : lexicon.Frequency(list);
}
