using System.Collections.Immutable;

namespace QuitteXBot.Core.Searching;

/// <summary>What an index is told of one statement or paragraph. The text itself stays in the store.</summary>
public sealed record IndexDocument
{
    public required DocumentKind Kind { get; init; }

    public required string Id { get; init; }

    /// <summary>The quote, or the paragraph.</summary>
    public required string Text { get; init; }

    /// <summary>ISO 639-1.</summary>
    public string Language { get; init; } = "fr";

    public string? OrganisationId { get; init; }

    /// <summary>The organisation's name and short name.</summary>
    public string? OrganisationName { get; init; }

    public string? Speaker { get; init; }

    public string? Outlet { get; init; }

    public string? Title { get; init; }

    public ImmutableArray<string> Reasons { get; init; } = [];
}
