using System.Collections.Immutable;

namespace QuitteXBot.Ingestion.Quotes;

/// <summary>Puts spans in the order of the text and counts how deep each is nested.</summary>
internal static class SpanNesting
{
    public static ImmutableArray<QuoteSpan> Order(List<QuoteSpan> spans)
    {
        spans.Sort((left, right) => left.OuterStart.CompareTo(right.OuterStart));
        var ends = new Stack<int>();
        var ordered = ImmutableArray.CreateBuilder<QuoteSpan>(spans.Count);
        foreach (var span in spans)
        {
            while (ends.Count > 0 && ends.Peek() <= span.OuterStart)
                ends.Pop();
            ordered.Add(ends.Count == 0 ? span : span with { Depth = ends.Count });
            ends.Push(span.OuterEnd);
        }

        return ordered.DrainToImmutable();
    }
}
