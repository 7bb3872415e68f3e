namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>What a <see cref="QueryPlanner{TLexicon}"/> asks an index. A list is the documents that have a word; its number is the index's own matter.</summary>
internal interface ILexicon
{
    int Documents { get; }

    /// <summary>The list of the texts with this stem (or of this key), or -1.</summary>
    int TextList(string stem);

    /// <summary>The list of the names with this word, or -1.</summary>
    int NameList(string folded);

    /// <summary>How many documents the list has.</summary>
    int Frequency(int list);

    /// <summary>The lists of the words that begin so, each once: in the order of the words' UTF-8 bytes, of a word the texts' before the names'.</summary>
    List<int> Expand(string prefix);

    /// <summary>The word that a mistyped word stands for (see <see cref="TypingTolerance"/>), or null.</summary>
    string? Nearest(string folded);
}
