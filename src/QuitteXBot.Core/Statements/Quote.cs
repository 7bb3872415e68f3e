namespace QuitteXBot.Core.Statements;

/// <summary>
/// An exact substring of a source, held as the W3C Web Annotation model holds one: by position (TextPositionSelector) and by its surroundings
/// (TextQuoteSelector). https://www.w3.org/TR/annotation-model/#selectors
/// </summary>
/// <param name="SourceId">The source that it stands in.</param>
/// <param name="Start">Code points of the source's text before it.</param>
/// <param name="End">Code points of the source's text up to its end.</param>
/// <param name="Text">The words, without the quotation marks around them.</param>
/// <param name="Prefix">Up to <see cref="ContextLength"/> code points before it.</param>
/// <param name="Suffix">Up to <see cref="ContextLength"/> code points behind it.</param>
/// <param name="Truncated">The source lost the quote's end.</param>
/// <param name="Heading">A pull quote in a title or an intertitle.</param>
public sealed record Quote(
    string SourceId, int Start, int End, string Text, string Prefix, string Suffix, bool Truncated = false, bool Heading = false)
{
    public const int ContextLength = 32;
}
