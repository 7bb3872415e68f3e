namespace QuitteXBot.Core.Sources;

/// <summary>
/// Sources made from a quote that a moderator posted: their text is the quote alone, so they are cited like any other but have no paragraphs of their own
/// to search.
/// </summary>
public static class ExcerptSource
{
    /// <summary>What the id of such a source begins with.</summary>
    public const string Prefix = "m-";

    public static bool IsExcerpt(string sourceId) => sourceId.StartsWith(Prefix, StringComparison.Ordinal);
}
