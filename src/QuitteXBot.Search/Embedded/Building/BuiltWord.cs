namespace QuitteXBot.Search.Embedded.Building;

/// <summary>What a build knows of a word.</summary>
internal struct BuiltWord
{
    /// <summary>Where its letters begin.</summary>
    public int Start;

    public int Length;

    /// <summary>Its stem's number; its own where it is one.</summary>
    public int Stem;

    /// <summary>The stem's chain, once it was looked up; or -1.</summary>
    public int StemChain;

    /// <summary>Chain of the texts and titles that have this stem, or -1.</summary>
    public int TextChain;

    /// <summary>Chain of the names that have this word, or -1.</summary>
    public int NameChain;

    /// <summary>Whether a document has it (and not only a stem of something that a document has).</summary>
    public bool IsKnown;

    public bool IsFunction;

    public bool RevealsConcept;

    public bool BeginsPhrase;
}
