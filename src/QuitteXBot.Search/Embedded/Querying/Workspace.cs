using QuitteXBot.Search.Embedded.Building;

namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>The memory that one search works in, kept for the next: candidates, and scores of all documents while lists are joined.</summary>
internal sealed class Workspace(int documents)
{
    /// <summary>The candidates, rising.</summary>
    public int[] Candidates { get; } = new int[documents];

    public float[] Scores { get; } = new float[documents];

    /// <summary>How many required groups each candidate has satisfied so far.</summary>
    public byte[] Matched { get; } = new byte[documents];

    /// <summary>Whether each candidate has what is being looked at.</summary>
    public bool[] Hits { get; } = new bool[documents];

    public int Count { get; set; }

    /// <summary>A score for every document; all 0 between uses.</summary>
    public float[] Joined { get; } = new float[documents];

    /// <summary>A bit for every document; all 0 between uses.</summary>
    public ulong[] Present { get; } = new ulong[(documents + 63) / 64];

    public int[] Block { get; } = new int[PostingWriter.BlockLength];
}
