using QuitteXBot.Core.Statements;
using QuitteXBot.Ingestion.Attribution.Entities;
using QuitteXBot.Ingestion.Attribution.Mentions;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Attribution.Speakers;

/// <summary>A pull quote in a title that repeats words of a body quote has that quote's speaker.</summary>
internal static class HeadingEchoes
{
    private const int FewestWords = 3;

    /// <summary>Share of a pull quote's words that the body quote must have.</summary>
    private const double Likeness = 0.7;

    private const int MostHeadings = 50;

    /// <summary>In a document of so few quotes one attribution is enough to tell that one person speaks.</summary>
    private const int FewQuotes = 4;

    public static void Complete(Reading reading, SortedDictionary<int, Finding> findings)
    {
        Repeat(reading, findings);
        var headings = findings.Where(entry => Kind(reading, entry.Key) == ParagraphKind.Heading).Take(MostHeadings).ToList();
        if (headings.Count == 0)
            return;
        var bodies = findings.Where(entry => entry.Value.Speaker is not null && Kind(reading, entry.Key) == ParagraphKind.Body)
            .Select(entry => (entry.Value, Words: Words(reading, entry.Key).ToHashSet())).ToList();
        foreach (var (index, own) in headings)
        {
            var words = Words(reading, index).ToList();
            if (words.Count < FewestWords)
                continue;
            var (finding, shared) = bodies.Select(body => (body.Value, Shared: words.Count(body.Words.Contains))).DefaultIfEmpty((Finding.None, 0)).MaxBy(body => body.Item2);
            // What the title itself says of the speaker counts more, unless the body has the same words.
            if (shared >= words.Count * (own.Speaker is null ? Likeness : 1))
                findings[index] = finding with { Basis = AttributionBasis.Inferred, Tie = Tie.Context, Rule = "repeated-in-body", Words = Run.None, Confidence = 0.7 };
        }
    }

    /// <summary>A fragment in a title is a quote where the body quotes the same words.</summary>
    private static void Repeat(Reading reading, SortedDictionary<int, Finding> findings)
    {
        Dictionary<string, Finding>? said = null;
        for (int index = 0, seen = 0; index < reading.Document.Spans.Length && seen < MostHeadings; index++)
        {
            if (Kind(reading, index) != ParagraphKind.Heading || reading.Document.Spans[index].Depth > 0)
                continue;
            seen++;
            if (findings.ContainsKey(index))
                continue;
            said ??= Said(reading, findings);
            if (said.TryGetValue(Text(reading, index), out var finding))
                findings[index] = finding with { Basis = AttributionBasis.Inferred, Tie = Tie.Context, Rule = "repeated-in-body", Words = Run.None, Confidence = 0.6 };
        }
    }

    private static Dictionary<string, Finding> Said(Reading reading, SortedDictionary<int, Finding> findings)
    {
        var said = new Dictionary<string, Finding>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, finding) in findings)
        {
            if (Kind(reading, index) == ParagraphKind.Body)
                said.TryAdd(Text(reading, index), finding);
        }

        return said;
    }

    private static string Text(Reading reading, int span) => reading.Document.Words(reading.Document.Spans[span].Start, reading.Document.Spans[span].End);

    /// <summary>Where all quotes of a document are one person's, those left over are too: an interview, a portrait, a press release.</summary>
    public static void CompleteOnlySpeaker(Reading reading, SortedDictionary<int, Finding> findings)
    {
        Entity? only = null;
        var count = 0;
        foreach (var finding in findings.Values)
        {
            if (finding.Speaker is not { } speaker)
                continue;
            if (only is not null && only != speaker)
                return;
            (only, count) = (speaker, count + 1);
        }

        if (only is not { IsPerson: true, Name: not null } || (count < 2 && findings.Count > FewQuotes))
            return;
        foreach (var (index, finding) in findings.ToList())
        {
            if (finding.Speaker is null && reading.Document.Spans[index].Closed && !(finding.Tie == Tie.Opinion))
                findings[index] = finding with { Speaker = only, Basis = AttributionBasis.Inferred, Tie = Tie.Context, Rule = "only-speaker", Confidence = 0.5 };
        }
    }

    private static ParagraphKind Kind(Reading reading, int span) => reading.Document.Paragraphs[reading.Document.Spans[span].Paragraph].Kind;

    private static IEnumerable<string> Words(Reading reading, int index)
    {
        var span = reading.Document.Spans[index];
        foreach (var word in reading.Document.Text[span.Start..span.End].Split([' ', '\'', '’', '\u00a0', '\u202f', ',', '.'], StringSplitOptions.RemoveEmptyEntries))
            yield return word.ToLowerInvariant();
    }
}
