using System.Collections.Immutable;
using QuitteXBot.Core.Dates;

namespace QuitteXBot.Ingestion.Seeds;

/// <summary>What <c>seeds/sources/&lt;id&gt;.yml</c> says of a source.</summary>
internal sealed record SourceMetadata
{
    public required string Outlet { get; init; }

    public string? Title { get; init; }

    public string? Author { get; init; }

    public required PartialDate Published { get; init; }

    public string? Url { get; init; }

    public string? ArchiveUrl { get; init; }

    public DateTimeOffset? Retrieved { get; init; }

    public required string Language { get; init; }

    public required string Rights { get; init; }

    public ImmutableArray<Correction> Corrections { get; init; } = [];
}
