namespace QuitteXBot.Search.Names.Folding;

/// <summary>One word of a folded text, and where it stood.</summary>
/// <param name="Start">In the folded bytes.</param>
/// <param name="SourceStart">UTF-16 index in the text that was folded.</param>
/// <param name="SourceEnd">Just after its last character.</param>
internal readonly record struct FoldedToken(int Start, int Length, int SourceStart, int SourceEnd, TokenTraits Traits)
{
    public int End => Start + Length;

    public bool Is(TokenTraits trait) => (Traits & trait) != 0;
}
