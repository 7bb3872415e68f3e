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

    public void AddTo(FoldedText text)
    {
        for (var start = 0; start < text.Count; start++)
        {
            if ((ReadWorded(text, start) ?? ReadBare(text, start)) is not { } span)
                continue;
            found.Add(span);
            start = span.Whole.End - 1;
        }
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
