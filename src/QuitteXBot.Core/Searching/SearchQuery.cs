namespace QuitteXBot.Core.Searching;

/// <summary>What kind of text a document of the index is.</summary>
public enum DocumentKind
{
    Statement,

    /// <summary>A paragraph of a source, shown as an excerpt.</summary>
    Paragraph,
}

/// <summary>A search in the user's own words. Nothing in it is a query language: every character is text.</summary>
/// <param name="Text">The words; parts between quotation marks (" ", « », “ ”) are searched as phrases. Cut at <see cref="MaximumLength"/> characters.</param>
/// <param name="Kind">Only documents of this kind, or null for both.</param>
/// <param name="OrganisationId">Only documents of this organisation.</param>
/// <param name="Reason">Only statements that give this reason.</param>
/// <param name="PrefixLast">Whether the last word is still being typed.</param>
public sealed record SearchQuery(
    string Text,
    DocumentKind? Kind = null,
    string? OrganisationId = null,
    string? Reason = null,
    bool PrefixLast = false,
    int Offset = 0,
    int Limit = 10)
{
    public const int MaximumLength = 300;
}
