using System.Collections;
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

    // The loops below move each candidate whether it stays or not, and then count it or not: a branch that goes either way costs more.

    /// <summary>Lets the candidates go that are no hits.</summary>
    public void KeepHits()
    {
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            Move(i, kept);
            kept += Hits[i] ? 1 : 0;
        }

        Array.Clear(Hits, 0, Count);
        Count = kept;
    }

    /// <summary>Lets the candidates of other kinds go.</summary>
    public void KeepKind(ReadOnlySpan<byte> kinds, byte kind)
    {
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            Move(i, kept);
            kept += kinds[Candidates[kept]] == kind ? 1 : 0;
        }

        Count = kept;
    }

    /// <summary>Lets the candidates of those numbers go.</summary>
    public void Drop(BitArray documents)
    {
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            Move(i, kept);
            kept += documents[Candidates[kept]] ? 0 : 1;
        }

        Count = kept;
    }

    /// <summary>Counts the hits as matched groups, and lets the candidates go that have fewer of them than needed by now.</summary>
    public void CountHits(int needed)
    {
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            Move(i, kept);
            Matched[kept] += (byte)(Hits[i] ? 1 : 0);
            kept += Matched[kept] >= needed ? 1 : 0;
        }

        Array.Clear(Hits, 0, Count);
        Count = kept;
    }

    private void Move(int from, int to)
    {
        Candidates[to] = Candidates[from];
        Scores[to] = Scores[from];
        Matched[to] = Matched[from];
    }
}
