using System.Collections.Immutable;

namespace QuitteXBot.Core.Organisations;

/// <summary>What a name resolved to.</summary>
public enum ResolutionOutcome
{
    /// <summary>Nothing is called so; <see cref="Resolution.Candidates"/> has the nearest names, if any are near.</summary>
    Unknown,

    /// <summary>Exactly one organisation is meant.</summary>
    Resolved,

    /// <summary>Several organisations are called so: <see cref="Resolution.Candidates"/>, best first.</summary>
    Ambiguous,
}

/// <summary>How a name was matched: the surest first.</summary>
public enum NameMatch
{
    /// <summary>A code, an official name, an alias or an abbreviation, apart from case, accents, hyphens, apostrophes and articles.</summary>
    Exact,

    /// <summary>Sounds the same in French.</summary>
    Phonetic,

    /// <summary>Within the allowed number of typing errors.</summary>
    Typo,
}

/// <param name="Organisation">The one that is meant, when <paramref name="Outcome"/> is Resolved.</param>
/// <param name="Candidates">Ambiguous: all that are called so, best first, 25 at most. Unknown: the nearest names, 5 at most.</param>
/// <param name="Match">How it was matched; meaningful when Resolved or Ambiguous.</param>
public sealed record Resolution(
    ResolutionOutcome Outcome,
    Organisation? Organisation,
    ImmutableArray<Organisation> Candidates,
    NameMatch Match = NameMatch.Exact);

/// <summary>An organisation that is named inside a longer text.</summary>
/// <param name="Start">UTF-16 index of the name in the text.</param>
/// <param name="Length">UTF-16 length of the name in the text.</param>
public sealed record NameMention(int Start, int Length, Resolution Resolution);
