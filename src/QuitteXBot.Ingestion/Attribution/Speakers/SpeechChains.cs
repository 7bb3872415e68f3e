using QuitteXBot.Core.Statements;
using QuitteXBot.Ingestion.Attribution.Mentions;

namespace QuitteXBot.Ingestion.Attribution.Speakers;

/// <summary>One speech over several paragraphs, each with a mark at its head, has one speaker.</summary>
internal static class SpeechChains
{
    private const string Rule = "same-speech";

    /// <summary>What is known of the part of the speech in the paragraph before, or null.</summary>
    public static Finding? Before(Reading reading, SortedDictionary<int, Finding> findings, int span)
    {
        var before = Previous(reading, span);
        return before >= 0 && reading.Document.Spans[before].GoesOn && findings.TryGetValue(before, out var finding) && finding.Speaker is not null ? Inferred(finding) : null;
    }

    /// <summary>Hands the surest attribution of a later part back to the parts before it.</summary>
    public static void Complete(Reading reading, SortedDictionary<int, Finding> findings)
    {
        for (var span = reading.Document.Spans.Length - 1; span > 0; span--)
        {
            if (!findings.TryGetValue(span, out var later) || later.Speaker is null || Previous(reading, span) is not (var before and >= 0) || !reading.Document.Spans[before].GoesOn)
                continue;
            if (!findings.TryGetValue(before, out var earlier) || earlier.Speaker is null || later.Tie < earlier.Tie)
                findings[before] = Inferred(later);
        }
    }

    private static Finding Inferred(Finding finding) => finding with { Rule = Rule, Basis = AttributionBasis.Inferred, Words = Run.None, Confidence = finding.Confidence * 0.95 };

    /// <summary>The span before this one that stands in no other, or -1.</summary>
    private static int Previous(Reading reading, int span)
    {
        if (reading.Document.Spans[span].Depth > 0)
            return -1;
        do
            span--;
        while (span >= 0 && reading.Document.Spans[span].Depth > 0);
        return span;
    }
}
