using QuitteXBot.Core.Statements;

namespace QuitteXBot.Ingestion.Quotes;

/// <summary>Turns spans, in the order of the text, into quotes whose offsets are code points, in one pass over the text.</summary>
internal sealed class QuoteBuilder(string sourceId, string text)
{
    private int unit;
    private int codePoint;

    public string Text(QuoteSpan span) => text[span.Start..span.End];

    public Quote Build(QuoteSpan span, bool heading)
    {
        var start = CodePoint(span.Start);
        var end = CodePoint(span.End);
        return new Quote(sourceId, start, end, text[span.Start..span.End], text[Back(span.Start)..span.Start], text[span.End..Forward(span.End)], span.Truncated, heading);
    }

    private int CodePoint(int index)
    {
        // A nested span begins before the one around it ends.
        if (index < unit)
            (unit, codePoint) = (index, codePoint - Count(index, unit));
        codePoint += Count(unit, index);
        unit = index;
        return codePoint;
    }

    private int Count(int from, int to)
    {
        var count = to - from;
        for (var i = Math.Max(from, 1); i < to; i++)
            count -= char.IsSurrogatePair(text[i - 1], text[i]) ? 1 : 0;
        return count;
    }

    private int Back(int index)
    {
        for (var left = Quote.ContextLength; left > 0 && index > 0; left--)
            index -= index > 1 && char.IsSurrogatePair(text[index - 2], text[index - 1]) ? 2 : 1;
        return index;
    }

    private int Forward(int index)
    {
        for (var left = Quote.ContextLength; left > 0 && index < text.Length; left--)
            index += index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) ? 2 : 1;
        return index;
    }
}
