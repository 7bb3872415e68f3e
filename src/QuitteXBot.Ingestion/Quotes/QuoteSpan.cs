namespace QuitteXBot.Ingestion.Quotes;

/// <summary>A stretch of text between quotation marks. UTF-16 indexes.</summary>
/// <param name="Start">Behind the opening mark and the space inside it.</param>
/// <param name="End">Before the space inside the closing mark, and before the mark.</param>
/// <param name="OuterStart">At the opening mark.</param>
/// <param name="OuterEnd">Behind the closing mark, where there is one.</param>
/// <param name="Depth">0, or how many spans stand around it.</param>
/// <param name="Closed">Whether the closing mark stands in the text.</param>
/// <param name="Truncated">The source lost the quote's end: it stops at the last sound sentence.</param>
/// <param name="Paragraph">The paragraph that it begins in.</param>
public sealed record QuoteSpan(
    int Start, int End, int OuterStart, int OuterEnd, int Depth, bool Closed, bool Truncated, int Paragraph)
{
    /// <summary>The same speech goes on in the next paragraph, which repeats the mark at its head as printers do; this one needs no closing mark.</summary>
    public bool GoesOn { get; init; }
}
