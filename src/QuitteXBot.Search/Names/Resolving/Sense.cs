using QuitteXBot.Search.Names.Indexing;

namespace QuitteXBot.Search.Names.Resolving;

/// <summary>One organisation that a name may mean.</summary>
/// <param name="Strict">Its spelling has the same words, articles included.</param>
internal sealed record Sense(int Organisation, FormRole Role, bool Strict);
