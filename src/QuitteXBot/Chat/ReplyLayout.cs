using QuitteXBot.Commands.Rendering;
using QuitteXBot.Commands.Replies;
using Spectre.Console;

namespace QuitteXBot.Chat;

/// <summary>An answer as the lines of a terminal.</summary>
internal sealed class ReplyLayout
{
    private const int LongestBar = 30;

    private static readonly Style Title = new(decoration: Decoration.Bold);
    private static readonly Style Words = new(foreground: Color.White);
    private static readonly Style Faint = new(foreground: Color.Grey);
    private static readonly Style Caution = new(foreground: Color.Yellow);
    private static readonly Style Label = new(foreground: Color.Aqua);

    private readonly LineLayout layout;

    private ReplyLayout(int width) => layout = new LineLayout(width);

    /// <param name="width">Columns.</param>
    public static IReadOnlyList<IReadOnlyList<StyledText>> Lines(Reply reply, int width)
    {
        var lines = new ReplyLayout(Math.Max(20, width));
        lines.Add(reply);
        return lines.layout.Lines;
    }

    private void Add(Reply reply)
    {
        layout.Add(0, new StyledText(reply.Title, Title));
        ReplyBlock? before = null;
        foreach (var block in reply.Blocks)
        {
            // Facts belong together; everything else stands apart.
            if (before is not FactBlock || block is not FactBlock)
                layout.Blank();
            Add(block);
            before = block;
        }

        var followUps = ChatSession.FollowUps(reply);
        if (!followUps.IsEmpty)
            layout.Blank();
        for (var i = 0; i < followUps.Length; i++)
            layout.Add(0, new StyledText($"[{i + 1}] {followUps[i].Label}", Label));
    }

    private void Add(ReplyBlock block)
    {
        switch (block)
        {
            case TextBlock text:
                layout.Add(0, new StyledText(text.Text, Style.Plain));
                break;
            case QuoteBlock quote:
                Add(quote.Quote);
                break;
            case FactBlock fact:
                layout.Add(0, new StyledText(fact.Label + "\u00a0: ", Label), new StyledText(fact.Value, Words), new StyledText($"  {fact.CitationLine}", Faint));
                break;
            case ListBlock list:
                Add(list);
                break;
            case BarsBlock bars:
                Add(bars);
                break;
            default:
                throw new InvalidOperationException($"no layout for {block.GetType().Name}");
        }
    }

    private void Add(QuoteView quote)
    {
        layout.Add(2, new StyledText(PlainTextRenderer.OpeningMark + quote.Text + PlainTextRenderer.ClosingMark, Words));
        layout.Add(4, new StyledText("— " + quote.AttributionLine, Label));
        layout.Add(4, new StyledText(quote.CitationLine, Faint));
        if (!quote.ReasonLabels.IsEmpty)
            layout.Add(4, new StyledText(string.Join(" · ", quote.ReasonLabels), Faint));
        foreach (var remark in quote.Remarks)
            layout.Add(4, new StyledText(remark, Caution));
    }

    private void Add(ListBlock list)
    {
        for (var i = 0; i < list.Items.Length; i++)
        {
            var (text, detail, _) = list.Items[i];
            var mark = list.Numbered ? $"{i + 1}. " : "• ";
            layout.Add(2, new StyledText(mark, Faint), new StyledText(text, Words), new StyledText(detail is null ? "" : $"  {detail}", Faint));
        }
    }

    private void Add(BarsBlock bars)
    {
        var most = Math.Max(1, bars.Bars.Max(bar => bar.Value));
        var widest = bars.Bars.Max(bar => bar.Label.Length);
        foreach (var (label, value) in bars.Bars)
        {
            var length = Math.Max(1, value * Math.Min(most, LongestBar) / most);
            layout.Add(2, new StyledText(label.PadRight(widest + 1).Replace(' ', '\u00a0'), Style.Plain), new StyledText(new string('█', length), Label), new StyledText($"\u00a0{value}", Words));
        }
    }
}
