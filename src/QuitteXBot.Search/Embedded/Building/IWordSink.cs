namespace QuitteXBot.Search.Embedded.Building;

/// <summary>Gets what a <see cref="DocumentReader"/> finds in a document. Places are those of <see cref="Field"/>, rising within a field.</summary>
internal interface IWordSink
{
    /// <param name="word">Number of a word, not of its stem, in the <see cref="WordTable"/>.</param>
    void AddText(int word, int position);

    /// <param name="word">Number in the <see cref="WordTable"/>.</param>
    void AddName(int word, int position);

    /// <summary>A key of <see cref="IndexKeys"/>: it may come several times, at the same place too.</summary>
    void AddKey(string key, int position);
}
