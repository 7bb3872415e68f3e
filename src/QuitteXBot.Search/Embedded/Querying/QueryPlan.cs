using QuitteXBot.Core.Searching;

namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>One list of documents that satisfies a group, and what its impacts are worth.</summary>
internal sealed class Clause(int list, float weight)
{
    public readonly int List = list;
    public readonly float Weight = weight;
}

/// <summary>A list of a phrase's word, and where the word stands in the phrase.</summary>
internal sealed record PhraseWord(int List, int Frequency, int Offset, float Weight);

/// <summary>What one word (or one phrase) of the query asks for: a document satisfies it by any of the clauses or phrases.</summary>
internal sealed class QueryGroup
{
    public readonly List<Clause> Clauses = [];

    public readonly List<PhraseWord[]> Phrases = [];

    public bool IsRequired;

    /// <summary>At most so many documents satisfy it.</summary>
    public long Frequency;
}

/// <summary>
/// What to look for. A document must have the rarest required group, and of all required groups every one where they are three or fewer,
/// three quarters, rounded up, where they are more.
/// </summary>
internal sealed class QueryPlan
{
    private const int AllNeededUpTo = 3;

    public readonly List<QueryGroup> Required = [];

    public readonly List<QueryGroup> Optional = [];

    public readonly List<WordCorrection> Corrections = [];

    /// <summary>A word that must be found is in no document: nothing answers.</summary>
    public bool IsHopeless;

    /// <summary>Whether one list of documents is all there is to it.</summary>
    public bool IsOneList => Required is [{ Phrases.Count: 0, Clauses.Count: 1 }] && Optional.Count == 0;

    /// <summary>How many of the required groups a document must have.</summary>
    public int Needed => Required.Count <= AllNeededUpTo ? Required.Count : ((Required.Count * 3) + 3) / 4;
}
