using System.Globalization;
using System.Text;
using QuitteXBot.Commands.Rendering;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Discord.Rendering;

/// <summary>Blocks of a reply as pieces of Markdown, each of which fits a page. A quote too long for one is cut with <c>[…]</c>.</summary>
internal sealed class BlockWriter(UiTexts texts, int most)
{
    public const string Cut = "[…]";

    private const int LongestBar = 12;

    public IEnumerable<string> Write(ReplyBlock block) => block switch
    {
        TextBlock text => WriteText(text.Text),
        QuoteBlock quote => WriteQuote(quote.Quote),
        FactBlock fact => WriteFact(fact),
        ListBlock list => WriteList(list),
        BarsBlock bars => WriteBars(bars),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "a kind of block that is not known here"),
    };

    private IEnumerable<string> WriteText(string text) => QuoteSplitter.Split(text, most, part => Markdown.Escape(part).Length).Select(Markdown.Escape);

    private IEnumerable<string> WriteQuote(QuoteView quote)
    {
        var tail = Tail(quote);
        const string open = PlainTextRenderer.OpeningMark;
        const string close = PlainTextRenderer.ClosingMark;
        var whole = BlockQuote(open, quote.Text, close);
        if (whole.Length + 1 + tail.Length <= most)
            return [$"{whole}\n{tail}"];

        var room = most - tail.Length - 1;
        var parts = QuoteSplitter.Split(quote.Text, room, part => BlockQuote($"{open}{Cut} ", part, $" {Cut}{close}").Length);
        return parts.Select((part, i) =>
            BlockQuote(i == 0 ? open : $"{open}{Cut} ", part, i == parts.Count - 1 ? close : $" {Cut}{close}") + "\n" + tail);
    }

    private static string BlockQuote(string open, string text, string close) =>
        "> " + open + Markdown.Escape(text).Replace("\n", "\n> ", StringComparison.Ordinal) + close;

    private string Tail(QuoteView quote)
    {
        var tail = new StringBuilder();
        tail.Append("**").Append(Markdown.Escape(Line(quote.AttributionLine))).Append("**\n")
            .Append(Markdown.Link(Line(quote.CitationLine), quote.Citation.Url));
        if (!quote.ReasonLabels.IsEmpty)
            tail.Append("\n-# ").Append(Markdown.Escape(Line(string.Format(CultureInfo.InvariantCulture, texts.Reasons, string.Join(", ", quote.ReasonLabels)))));
        foreach (var remark in quote.Remarks)
            tail.Append("\n-# ").Append(Markdown.Escape(Line(remark)));
        return tail.Length <= most / 2 ? tail.ToString() : $"**{Markdown.Escape(Line(quote.AttributionLine))}**\n{Markdown.Escape(Line(quote.CitationLine))}";
    }

    private IEnumerable<string> WriteFact(FactBlock fact)
    {
        var label = texts == UiTexts.French ? "\u00A0: " : ": ";
        var head = $"**{Markdown.Escape(Line(fact.Label))}**{label}";
        var tail = fact.CitationLine.Length == 0 ? "" : "\n-# " + Markdown.Link(Line(fact.CitationLine), fact.Url);
        var parts = QuoteSplitter.Split(fact.Value, most - head.Length - tail.Length, part => Markdown.Escape(part).Length);
        return parts.Select(part => head + Markdown.Escape(part) + tail);
    }

    private IEnumerable<string> WriteList(ListBlock list)
    {
        var lines = list.Items.Select((item, i) => (list.Numbered ? string.Create(CultureInfo.InvariantCulture, $"{i + 1}. ") : "- ") + Item(item));
        return Pack(lines);
    }

    private string Item(ReplyListItem item)
    {
        var text = OneLine(PlainText.Shorten(item.Text, most / 4));
        if (item.Detail is not { Length: > 0 } detail)
            return Markdown.Link(text, item.Url);
        return item.Url is null
            ? $"{Markdown.Escape(text)} — {Markdown.Escape(Line(detail))}"
            : $"{Markdown.Escape(text)} — {Markdown.Link(Line(detail), item.Url)}";
    }

    private IEnumerable<string> WriteBars(BarsBlock bars)
    {
        var longest = Math.Max(1, bars.Bars.Select(bar => bar.Value).DefaultIfEmpty(0).Max());
        return Pack(bars.Bars.Select(bar =>
        {
            var length = (int)Math.Ceiling((double)Math.Max(0, bar.Value) * LongestBar / longest);
            var value = bar.Value.ToString(CultureInfo.InvariantCulture);
            return $"{new string('█', length)} {value} — {Markdown.Escape(Line(bar.Label))}";
        }));
    }

    private IEnumerable<string> Pack(IEnumerable<string> lines)
    {
        var piece = new StringBuilder();
        foreach (var line in lines)
        {
            if (piece.Length > 0 && piece.Length + 1 + line.Length > most)
            {
                yield return piece.ToString();
                piece.Clear();
            }

            if (piece.Length > 0)
                piece.Append('\n');
            piece.Append(line);
        }

        if (piece.Length > 0)
            yield return piece.ToString();
    }

    private string Line(string text) => PlainText.Shorten(OneLine(text), most / 8);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
