using QuitteXBot.Search.Names.Folding;
using QuitteXBot.Search.Names.Indexing;
using QuitteXBot.Search.Names.Resolving;

namespace QuitteXBot.Search.Names.Mentions;

/// <summary>Finds mistyped names between the names already found: after administrative wording any, elsewhere long names of what is well known.</summary>
internal sealed class SlipFinder(FuzzyNames fuzzy, MentionRules rules, List<MentionSpan> found)
{
    private const int MostWords = 7;
    private const int ShortestName = 8;
    private const int LongName = 12;
    private const int MostWordsBehind = 3;

    public void AddTo(FoldedText text)
    {
        for (var start = 0; start < text.Count; start++)
        {
            if ((ReadBefore(text, start) ?? ReadBehind(text, start) ?? ReadWorded(text, start) ?? ReadBare(text, start)) is not { } span)
                continue;
            found.RemoveAll(span.Overlaps);
            found.Add(span);
            start = span.Whole.End - 1;
        }
    }

    // "meurte et Moselle": a long name mistyped at its beginning, not the shorter name that its end spells rightly.
    private MentionSpan? ReadBefore(FoldedText text, int start)
    {
        var next = start + 1;
        while (next < text.Count && NameKey.IsLink(text.Token(next)))
            next++;
        if (IsTaken(start) || NameKey.IsLink(text.Token(start)) || found.Find(span => span.Whole.Start == next && span.Kinds.IsEmpty) is not { } end)
            return null;
        return Over(new TokenRange(text, start, end.Whole.End));
    }

    // "Loire atlantic": likewise where the beginning is spelt rightly.
    private MentionSpan? ReadBehind(FoldedText text, int start)
    {
        if (found.Find(span => span.Name.Start == start && span.Kinds.IsEmpty) is not { } first)
            return null;
        for (var end = Math.Min(text.Count, first.Name.End + MostWordsBehind); end > first.Name.End; end--)
        {
            var words = Enumerable.Range(first.Name.End, end - first.Name.End);
            if (!NameKey.IsLink(text.Token(end - 1)) && !words.Any(word => IsTaken(word) || text.Place(word).Is(TokenTraits.AfterBreak))
                && Over(new TokenRange(text, start, end)) is { } over)
                return over;
        }

        return null;
    }

    private MentionSpan? Over(TokenRange name)
    {
        if (name.Strict.Length < LongName)
            return null;
        var choice = fuzzy.Resolve(new WordedName(KindSet.None, name), Place.Anywhere, KeyProminence.Prominent);
        var whole = new MentionSpan(name, name, KindSet.None, choice);
        return !choice.IsNobody && rules.AcceptsSlip(whole) ? whole : null;
    }

    private MentionSpan? ReadWorded(FoldedText text, int start)
    {
        var kinds = MentionReader.ReadWording(text, start, out var nameStart);
        if (kinds.IsEmpty && AdministrativeWording.ReadMistyped(text.Token(start)) is { IsEmpty: false } mistyped && start + 1 < text.Count)
        {
            kinds = mistyped;
            nameStart = start + 1;
            while (nameStart < text.Count - 1 && NameKey.IsLink(text.Token(nameStart)))
                nameStart++;
        }

        return kinds.IsEmpty ? null : Longest(text, start, nameStart, kinds, 0);
    }

    // Of a name in its wording only the name may be mistyped, else "université pas" were the Université de Pau.
    private MentionSpan? ReadBare(FoldedText text, int start) =>
        NameKey.IsLink(text.Token(start)) || !MentionReader.ReadWording(text, start, out _).IsEmpty
            ? null
            : Longest(text, start, start, KindSet.None, KeyProminence.Prominent);

    private MentionSpan? Longest(FoldedText text, int start, int nameStart, KindSet kinds, uint least)
    {
        for (var end = LastWord(text, start, nameStart); end > nameStart; end--)
        {
            var name = new TokenRange(text, nameStart, end);
            if (NameKey.IsLink(text.Token(end - 1)) || (kinds.IsEmpty && name.Strict.Length < ShortestName))
                continue;
            var most = kinds.IsEmpty && name.Strict.Length < LongName ? 1 : 2;
            var choice = fuzzy.Resolve(new WordedName(kinds, name), Place.Anywhere, least, most);
            if (choice.IsNobody)
                continue;
            var span = new MentionSpan(name.From(start), name, kinds, choice);
            if (rules.AcceptsSlip(span))
                return span;
        }

        return null;
    }

    // Up to the end of the clause or the next name found.
    private int LastWord(FoldedText text, int start, int nameStart)
    {
        var end = start;
        while (end < text.Count && end < nameStart + MostWords && !IsTaken(end) && (end == start || !text.Place(end).Is(TokenTraits.AfterBreak)))
            end++;
        return end;
    }

    private bool IsTaken(int word) => found.Exists(span => span.Whole.Start <= word && word < span.Whole.End);
}
