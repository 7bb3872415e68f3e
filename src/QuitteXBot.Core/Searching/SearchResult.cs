using System.Collections.Immutable;

namespace QuitteXBot.Core.Searching;

/// <param name="Id">A statement's id, or a paragraph's (see <see cref="ParagraphId"/>).</param>
/// <param name="Score">Higher is better; comparable within one result only.</param>
public sealed record SearchHit(DocumentKind Kind, string Id, double Score);

/// <param name="Total">How many documents match.</param>
/// <param name="Corrections">Words that no document has, and the near word that was searched instead.</param>
public sealed record SearchResult(ImmutableArray<SearchHit> Hits, int Total, ImmutableArray<WordCorrection> Corrections)
{
    public static SearchResult Empty { get; } = new([], 0, []);
}

public sealed record WordCorrection(string Typed, string Searched);
