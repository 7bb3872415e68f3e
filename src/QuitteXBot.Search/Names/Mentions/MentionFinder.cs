using QuitteXBot.Core.Organisations;
using QuitteXBot.Search.Names.Folding;
using QuitteXBot.Search.Names.Indexing;
using QuitteXBot.Search.Names.Resolving;

namespace QuitteXBot.Search.Names.Mentions;

/// <summary>Finds the organisations that a question or a sentence names. Slips are only minded in short texts: in print a near name is another.</summary>
internal sealed class MentionFinder(NameFile file, ExactNames exact, FuzzyNames fuzzy, NameResolver resolver)
{
    private const int LongestQuestion = 300;

    private readonly MentionRules _rules = new(file);

    public IReadOnlyList<NameMention> Find(string text, bool slips)
    {
        var folded = FoldedText.Of(text);
        var surnames = new OrganisationList();
        var reader = new MentionReader(file, exact, _rules, surnames);
        var spans = new List<MentionSpan>();
        for (var start = 0; start < folded.Count; start++)
        {
            if (reader.Read(folded, start) is { } span)
                spans.Add(span);
        }

        spans.RemoveAll(span => _rules.MayBeSurname(span) && surnames.And(span.Choice.Organisations).Count > 0);
        var chosen = LongestApart(spans);
        if (slips && text.Length <= LongestQuestion)
            new SlipFinder(fuzzy, _rules, chosen).AddTo(folded);
        chosen.Sort((first, second) => first.Whole.Start.CompareTo(second.Whole.Start));
        return chosen.ConvertAll(span => Mention(text, folded, span));
    }

    private static List<MentionSpan> LongestApart(List<MentionSpan> spans)
    {
        var chosen = new List<MentionSpan>();

        // A name found inside a longer one begins at or after it, so looking back over the last ones kept is enough.
        foreach (var span in spans)
        {
            while (chosen.Count > 0 && chosen[^1].Overlaps(span) && Length(span) > Length(chosen[^1]))
                chosen.RemoveAt(chosen.Count - 1);
            if (chosen.Count == 0 || !chosen[^1].Overlaps(span))
                chosen.Add(span);
        }

        return chosen;
    }

    private static int Length(MentionSpan span) => span.Whole.Strict.Length;

    private NameMention Mention(string source, FoldedText text, MentionSpan span)
    {
        var start = text.Place(span.Whole.Start).SourceStart;
        var end = text.Place(span.Whole.End - 1).SourceEnd;
        if (end < source.Length && source[end] is ')' or ']' && source.AsSpan(start, end - start).ContainsAny('(', '['))
            end++;
        return new NameMention(start, end - start, resolver.Found(span.Choice));
    }
}
