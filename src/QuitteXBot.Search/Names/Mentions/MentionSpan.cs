using QuitteXBot.Search.Names.Folding;
using QuitteXBot.Search.Names.Resolving;

namespace QuitteXBot.Search.Names.Mentions;

/// <summary>Words of a sentence that may name an organisation.</summary>
/// <param name="Whole">With the administrative wording and whatever tells homonyms apart.</param>
/// <param name="Name">The name alone.</param>
/// <param name="Kinds">What the wording says of the kind.</param>
internal sealed record MentionSpan(TokenRange Whole, TokenRange Name, KindSet Kinds, Choice Choice)
{
    public bool Overlaps(MentionSpan other) => Whole.Start < other.Whole.End && other.Whole.Start < Whole.End;
}
