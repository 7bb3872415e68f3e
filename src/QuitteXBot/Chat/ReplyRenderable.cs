using QuitteXBot.Commands.Rendering;
using QuitteXBot.Commands.Replies;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace QuitteXBot.Chat;

/// <summary>An answer as terminal text. Nothing is read as markup, and control characters are shown, never sent.</summary>
internal static class ReplyRenderable
{
    private const int LongestBar = 30;

    private static readonly Style Title = new(decoration: Decoration.Bold);
    private static readonly Style Words = new(foreground: Color.White);
    private static readonly Style Faint = new(foreground: Color.Grey);
    private static readonly Style Caution = new(foreground: Color.Yellow);
    private static readonly Style Label = new(foreground: Color.Aqua);

    public static IRenderable Of(Reply reply)
    {
        var rows = new List<IRenderable> { Line(reply.Title, Title), Text.Empty };
        foreach (var block in reply.Blocks)
        {
            rows.Add(Block(block));
            if (block is not FactBlock)
                rows.Add(Text.Empty);
        }

        var number = 0;
        foreach (var action in reply.Actions)
            rows.Add(Line($"  [{++number}] {action.Label}", Label));
        return new Rows(rows);
    }

    private static IRenderable Block(ReplyBlock block) => block switch
    {
        TextBlock text => Line(text.Text, Style.Plain),
        QuoteBlock quote => Quote(quote.Quote),
        FactBlock fact => Fact(fact),
        ListBlock list => new Rows(list.Items.Select((item, index) => Item(item, list.Numbered ? $"{index + 1,3}. " : "  • "))),
        BarsBlock bars => Bars(bars),
        _ => throw new InvalidOperationException($"no rendering for {block.GetType().Name}"),
    };

    private static Rows Quote(QuoteView quote)
    {
        var rows = new List<IRenderable>
        {
            Line(PlainTextRenderer.OpeningMark + quote.Text + PlainTextRenderer.ClosingMark, Words),
            Line("— " + quote.AttributionLine, Label),
            Line("  " + quote.CitationLine, Faint),
        };
        rows.AddRange(quote.Remarks.Select(remark => Line("  " + remark, Caution)));
        return new Rows(new Padder(new Rows(rows), new Padding(2, 0, 0, 0)));
    }

    private static Paragraph Fact(FactBlock fact)
    {
        var line = new Paragraph();
        line.Append(Safe(fact.Label) + "\u00a0: ", Label);
        line.Append(Safe(fact.Value), Words);
        line.Append("  " + Safe(fact.CitationLine), Faint);
        return line;
    }

    private static Paragraph Item(ReplyListItem item, string mark)
    {
        var line = new Paragraph();
        line.Append(mark, Faint);
        line.Append(Safe(item.Text), Words);
        if (item.Detail is { } detail)
            line.Append("  " + Safe(detail), Faint);
        return line;
    }

    private static Rows Bars(BarsBlock bars)
    {
        var most = Math.Max(1, bars.Bars.Max(bar => bar.Value));
        var width = bars.Bars.Max(bar => bar.Label.Length);
        return new Rows(bars.Bars.Select(bar =>
        {
            var line = new Paragraph();
            line.Append("  " + Safe(bar.Label.PadRight(width)) + " ");
            line.Append(new string('█', Math.Max(1, bar.Value * LongestBar / most)), Label);
            line.Append($" {bar.Value}", Words);
            return line;
        }));
    }

    private static Text Line(string text, Style style) => new(Safe(text), style);

    private static string Safe(string text) => TerminalText.Safe(text);
}
