using System.Collections.Immutable;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Quotes;

/// <summary>Whether a mark opens or closes, told from its shape and from what stands on either side of it.</summary>
internal static class MarkContext
{
    public static (MarkFamily Family, MarkSide Side) Of(string text, ImmutableArray<Token> tokens, int at, int first, int end)
    {
        var mark = tokens[at];
        var before = mark.Start == tokens[first].Start ? ' ' : text[mark.Start - 1];
        var after = at + 1 == end ? ' ' : text[mark.End];
        var loose = at == first || Characters.IsSpace(before) || before is '(' or '[' or '/' || Characters.IsDash(before)
            || (Characters.IsMark(before) && !IsClosing(before)) || (Characters.IsApostrophe(before) && tokens[at - 1].IsWord);
        var free = at + 1 == end || !char.IsLetterOrDigit(after);
        return text[mark.Start] switch
        {
            '«' => (MarkFamily.Guillemet, !loose && free && !Characters.IsSpace(after) && !Characters.IsMark(after) && after is not ('[' or '(' or '#' or '@' or '…' or '.') ? MarkSide.Either : MarkSide.Opens),
            '<' => (MarkFamily.Guillemet, MarkSide.Opens),
            '»' => (MarkFamily.Guillemet, MarkSide.Closes),
            '>' => (MarkFamily.Guillemet, MarkSide.Closes),
            '‹' => (MarkFamily.SingleGuillemet, MarkSide.Opens),
            '›' => (MarkFamily.SingleGuillemet, MarkSide.Closes),
            '„' or '‟' => (MarkFamily.Curly, MarkSide.Opens),
            '“' => (MarkFamily.Curly, loose ? MarkSide.Opens : free ? MarkSide.Either : MarkSide.Opens),
            '”' => (MarkFamily.Curly, loose && !free ? MarkSide.Either : MarkSide.Closes),
            '"' or '＂' => (MarkFamily.Straight, Straight(loose, free && !IsOpeningNeighbour(after) && !text.AsSpan(mark.End).StartsWith("..."), Characters.IsSpace(after))),
            '‘' => (MarkFamily.Apostrophe, MarkSide.Opens),
            '‚' => (MarkFamily.Apostrophe, MarkSide.None),
            _ => (MarkFamily.Apostrophe, Apostrophe(loose, after, free)),
        };
    }

    private static MarkSide Straight(bool loose, bool free, bool spaced) => (loose, free) switch
    {
        (true, false) => MarkSide.Opens,
        (false, true) => MarkSide.Closes,
        (true, true) => spaced ? MarkSide.Either : MarkSide.Closes,
        _ => MarkSide.Either,
    };

    private static MarkSide Apostrophe(bool loose, char after, bool free) =>
        loose ? char.IsLetter(after) ? MarkSide.Opens : MarkSide.None : free ? MarkSide.Closes : MarkSide.None;

    private static bool IsOpeningNeighbour(char c) => c is '[' or '(' or '«' or '“' or '#' or '@' or '…' or '‘';

    private static bool IsClosing(char c) => c is '»' or '”' or '›';
}
