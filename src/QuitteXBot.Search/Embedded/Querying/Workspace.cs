using QuitteXBot.Search.Embedded.Building;

namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>The memory that one search works in, kept for the next: candidates, and scores of all documents while lists are joined.</summary>
internal sealed class Workspace(int documents)
{
    /// <summary>The candidates, rising.</summary>
    public readonly int[] Candidates = new int[documents];

    public readonly float[] Scores = new float[documents];

    /// <summary>How many required groups each candidate has satisfied so far, the first one apart.</summary>
    public readonly byte[] Matched = new byte[documents];

    /// <summary>Whether each candidate has what is being looked at.</summary>
    public readonly bool[] Hits = new bool[documents];

    /// <summary>A score for every document; all 0 between uses.</summary>
    public readonly float[] Joined = new float[documents];

    /// <summary>A bit for every document; all 0 between uses.</summary>
    public readonly ulong[] Present = new ulong[(documents + 63) / 64];

    /// <summary>An impact for every document; all 0 between uses.</summary>
    public readonly byte[] Impacts = new byte[documents];

    public readonly int[] Block = new int[PostingWriter.BlockLength];

    public readonly PhraseMatcher Phrases = new();

    /// <summary>How many candidates there are.</summary>
    public int Count;
}
