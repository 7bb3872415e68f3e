using QuitteXBot.Core.Dates;

namespace QuitteXBot.Core.Sources;

/// <summary>A document whose words may be quoted. Its text is exact and never altered after reading.</summary>
public sealed record Source
{
    /// <summary>Stable name, from the file's name: lower-case letters, digits, <c>-</c> and <c>_</c>, 100 characters at most.</summary>
    public required string Id { get; init; }

    /// <summary>The document's words: line ends as LF, otherwise exactly what was read.</summary>
    public required string Text { get; init; }

    /// <summary>Who published it: <c>La Semaine</c>.</summary>
    public string? Outlet { get; init; }

    public string? Title { get; init; }

    public string? Author { get; init; }

    public PartialDate? Published { get; init; }

    public string? Url { get; init; }

    public string? ArchiveUrl { get; init; }

    public DateTimeOffset? Retrieved { get; init; }

    /// <summary>ISO 639-1: <c>fr</c>, <c>en</c>.</summary>
    public string Language { get; init; } = "fr";

    /// <summary>On what right its words are kept and shown.</summary>
    public string? RightsNote { get; init; }

    /// <summary>SHA-256 of the text in UTF-8, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 => TextHash.Of(Text);
}
