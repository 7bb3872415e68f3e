using System.Collections.Immutable;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Quotes;

/// <summary>
/// Pairs the quotation marks of a text, paragraph by paragraph, with a stack. A mark looks for its own kind first, then for any other that
/// is open (mixed pairs are published every day); what stood open above it was stray. One pass, amortised constant time a mark.
/// </summary>
internal sealed class SpanFinder(
    string text, ImmutableArray<Token> tokens, List<(int Start, int End)> blocks, List<(int First, int End)> bounds, ParagraphKind[] kinds)
{
    private readonly List<OpenMark> open = [];
    private readonly int[] openOf = new int[5];
    private readonly List<QuoteSpan> found = [];
    private int paragraph;
    private int lastGuillemet;

    public ImmutableArray<QuoteSpan> Find()
    {
        for (paragraph = 0; paragraph < bounds.Count; paragraph++)
        {
            var (first, end) = bounds[paragraph];
            lastGuillemet = blocks[paragraph].Start + text.AsSpan(blocks[paragraph].Start..blocks[paragraph].End).LastIndexOf('»');
            var at = open.Count > 0 && tokens[first].Kind == TokenKind.Mark ? first + 1 : first;
            for (; at < end; at++)
            {
                if (tokens[at].Kind == TokenKind.Mark)
                    Meet(tokens[at], first, end, at);
            }

            EndParagraph();
        }

        return SpanNesting.Order(found);
    }

    private void Meet(Token mark, int first, int end, int at)
    {
        var (family, side) = MarkContext.Of(text, tokens, at, first, end);
        if (side.HasFlag(MarkSide.Closes) && Partner(family, mark.Start) is var partner and >= 0)
            Close(partner, mark);
        else if (side.HasFlag(MarkSide.Opens))
            Push(family, mark);
    }

    /// <summary>The open mark that a closing one of this family belongs to, or -1.</summary>
    private int Partner(MarkFamily family, int at)
    {
        if (family == MarkFamily.Apostrophe)
            return open.Count > 0 && open[^1].Family == family ? open.Count - 1 : -1;
        if (openOf[(int)family] > 0)
            return open.FindLastIndex(mark => mark.Family == family);
        var doubles = openOf[(int)MarkFamily.Guillemet] + openOf[(int)MarkFamily.Curly] + openOf[(int)MarkFamily.Straight];
        if (doubles == 0 || family == MarkFamily.SingleGuillemet || (family == MarkFamily.Straight && lastGuillemet > at))
            return -1;
        return open.FindLastIndex(mark => mark.Family is not (MarkFamily.Apostrophe or MarkFamily.SingleGuillemet));
    }

    private void Push(MarkFamily family, Token mark)
    {
        open.Add(new OpenMark(family, mark.Start, mark.End, paragraph));
        openOf[(int)family]++;
    }

    private void Close(int partner, Token mark)
    {
        var opening = open[partner];
        Discard(partner);
        Add(opening, mark.Start, mark.End, closed: true, truncated: false);
    }

    private void Discard(int from)
    {
        for (var i = open.Count - 1; i >= from; i--)
            openOf[(int)open[i].Family]--;
        open.RemoveRange(from, open.Count - from);
    }

    private void EndParagraph()
    {
        var kept = open.FindIndex(mark => mark.Family is not (MarkFamily.Apostrophe or MarkFamily.SingleGuillemet));
        if (kept < 0)
        {
            Discard(0);
            return;
        }

        var opening = open[kept];
        if (GoesOn(opening))
        {
            Discard(0);
            Add(opening, blocks[paragraph].End, blocks[paragraph].End, closed: true, truncated: false, goesOn: true);
            var head = tokens[bounds[paragraph + 1].First];
            open.Add(new OpenMark(opening.Family, head.Start, head.End, paragraph + 1));
            openOf[(int)opening.Family]++;
            return;
        }

        var end = UnclosedQuote.End(text, opening.End, blocks[paragraph].End, FirstInside(opening, kept));
        Discard(0);
        if (end.Position > opening.End)
            Add(opening, end.Position, end.Position, closed: false, end.Truncated);
    }

    /// <summary>Whether the next paragraph takes the open quote up again, with a mark at its head as printers do.</summary>
    private bool GoesOn(OpenMark opening)
    {
        if (paragraph + 1 >= bounds.Count || opening.Family == MarkFamily.Straight || kinds[paragraph + 1] != ParagraphKind.Body || kinds[paragraph] != ParagraphKind.Body)
            return false;
        var head = text[blocks[paragraph + 1].Start];
        return opening.Family == MarkFamily.Guillemet ? head is '«' or '»' : head is '“' or '”' or '„';
    }

    /// <summary>Where the next mark stands after an opening one that was never closed; the paragraph's end where there is none.</summary>
    private int FirstInside(OpenMark opening, int kept)
    {
        var next = kept + 1 < open.Count ? open[kept + 1].Start : blocks[paragraph].End;
        for (var i = found.Count - 1; i >= 0 && found[i].OuterStart > opening.Start; i--)
            next = Math.Min(next, found[i].OuterStart);
        return next;
    }

    private void Add(OpenMark opening, int innerEnd, int outerEnd, bool closed, bool truncated, bool goesOn = false)
    {
        var start = Characters.SkipSpaces(text, opening.End, innerEnd);
        var end = Characters.TrimSpaces(text, start, innerEnd);
        if (end > start)
            found.Add(new QuoteSpan(start, end, opening.Start, outerEnd, 0, closed, truncated, opening.Paragraph) { GoesOn = goesOn });
    }

    private readonly record struct OpenMark(MarkFamily Family, int Start, int End, int Paragraph);
}
