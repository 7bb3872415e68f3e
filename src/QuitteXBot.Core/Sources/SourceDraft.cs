using QuitteXBot.Core.Dates;

namespace QuitteXBot.Core.Sources;

/// <summary>What a file or a page says: its text and what it tells of itself. Proposed to whoever makes a <see cref="Source"/> of it.</summary>
/// <param name="Text">Line ends as LF; of plain text exactly what it holds, of the others the main text, paragraphs apart by an empty line.</param>
public sealed record SourceDraft(string Text)
{
    public string? Title { get; init; }

    public string? Author { get; init; }

    public string? Outlet { get; init; }

    public PartialDate? Published { get; init; }

    public string? Url { get; init; }

    /// <summary>ISO 639-1, where the file says it.</summary>
    public string? Language { get; init; }
}
