using QuitteXBot.Core.Searching;

namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>One list of documents that satisfies a group, and what its impacts are worth.</summary>
internal readonly record struct Clause(int List, float Weight);

/// <summary>A list of a phrase's word, and where the word stands in the phrase.</summary>
internal readonly record struct PhraseWord(int List, int Offset, float Weight);

/// <summary>What one word (or one phrase) of the query asks for: a document satisfies it by any of the clauses or phrases.</summary>
internal sealed class QueryGroup
{
    public required bool IsRequired { get; init; }

    public List<Clause> Clauses { get; } = [];

    public List<PhraseWord[]> Phrases { get; } = [];

    /// <summary>At most so many documents satisfy it.</summary>
    public long Frequency { get; set; }
}

/// <summary>
/// What to look for. A document must have the rarest required group, and of all required groups every one where they are three or fewer,
/// three quarters, rounded up, where they are more.
/// </summary>
internal sealed class QueryPlan
{
    private const int AllNeededUpTo = 3;

    public List<QueryGroup> Required { get; } = [];

    public List<QueryGroup> Optional { get; } = [];

    public List<WordCorrection> Corrections { get; } = [];

    /// <summary>A word that must be found is in no document: nothing answers.</summary>
    public bool IsHopeless { get; set; }

    /// <summary>Whether one list of documents is all there is to it.</summary>
    public bool IsOneList => Required is [{ Phrases.Count: 0, Clauses.Count: 1 }] && Optional.Count == 0;

    /// <summary>How many of the required groups a document must have.</summary>
    public int Needed => Required.Count <= AllNeededUpTo ? Required.Count : ((Required.Count * 3) + 3) / 4;
}
