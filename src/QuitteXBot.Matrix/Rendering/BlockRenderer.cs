using System.Globalization;
using System.Text;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using static QuitteXBot.Matrix.Rendering.HtmlText;

namespace QuitteXBot.Matrix.Rendering;

/// <summary>One block of an answer in both forms.</summary>
internal static class BlockRenderer
{
    private const int LongestBar = 20;

    public static MatrixMessage Render(ReplyBlock block, Language language) => block switch
    {
        TextBlock text => new(PlainText.Remark(text.Text), $"<p>{Escape(text.Text)}</p>"),
        QuoteBlock quote => Quote(quote.Quote, Texts.In(language)),
        FactBlock fact => Fact(fact, language),
        ListBlock list => List(list),
        BarsBlock bars => Bars(bars),
        _ => throw new InvalidOperationException($"There is no way to show a {block.GetType().Name} in Matrix."),
    };

    private static MatrixMessage Quote(QuoteView quote, Texts texts)
    {
        var attribution = PlainText.Line(quote.AttributionLine);
        var citation = PlainText.Line(quote.CitationLine);
        var body = new StringBuilder(PlainText.Quote(quote.Text));
        var html = new StringBuilder($"<blockquote>{Escape(quote.Text)}</blockquote><p>");
        if (attribution.Length > 0)
        {
            body.Append("\n— ").Append(attribution);
            html.Append("— ").Append(Escape(attribution)).Append("<br/>");
        }

        body.Append('\n').Append(PlainText.Remark(WithAddress(citation, quote.Citation.Url)));
        html.Append(Link(citation, quote.Citation.Url));
        var reasons = quote.ReasonLabels.IsEmpty ? [] : new[] { texts.With(TextKeys.ReasonsLabel, string.Join(", ", quote.ReasonLabels)) };
        foreach (var remark in reasons.Concat(quote.Remarks))
        {
            var line = PlainText.Line(remark);
            body.Append('\n').Append(PlainText.Remark(line));
            html.Append("<br/><em>").Append(Escape(line)).Append("</em>");
        }

        return new(body.ToString(), html.Append("</p>").ToString());
    }

    private static MatrixMessage Fact(FactBlock fact, Language language)
    {
        var label = PlainText.Line(fact.Label) + (language == Language.French ? "\u00A0:" : ":");
        var value = PlainText.Line(fact.Value);
        var citation = PlainText.Line(fact.CitationLine);
        if (citation.Length == 0)
            return new(PlainText.Remark($"{label} {value}"), $"<p><strong>{Escape(label)}</strong> {Escape(value)}</p>");
        return new(
            PlainText.Remark($"{label} {value} ({WithAddress(citation, fact.Url)})"),
            $"<p><strong>{Escape(label)}</strong> {Escape(value)} ({Link(citation, fact.Url)})</p>");
    }

    private static MatrixMessage List(ListBlock list)
    {
        var body = new StringBuilder();
        var html = new StringBuilder(list.Numbered ? "<ol>" : "<ul>");
        for (var i = 0; i < list.Items.Length; i++)
        {
            var item = list.Items[i];
            var text = PlainText.Line(item.Text);
            var detail = item.Detail is null ? "" : " — " + PlainText.Line(item.Detail);
            var mark = list.Numbered ? string.Create(CultureInfo.InvariantCulture, $"{i + 1}. ") : "• ";
            body.Append(i > 0 ? "\n" : "").Append(mark).Append(WithAddress(text + detail, item.Url));
            html.Append("<li>").Append(Link(text, item.Url)).Append(Escape(detail)).Append("</li>");
        }

        return new(body.ToString(), html.Append(list.Numbered ? "</ol>" : "</ul>").ToString());
    }

    private static MatrixMessage Bars(BarsBlock bars)
    {
        var most = bars.Bars.Select(bar => bar.Value).DefaultIfEmpty().Max();
        var lines = bars.Bars.Select(bar =>
        {
            var length = most <= 0 ? 0 : (int)Math.Ceiling(bar.Value * (double)LongestBar / most);
            return string.Create(CultureInfo.InvariantCulture, $"{new string('█', Math.Clamp(length, 0, LongestBar))} {bar.Value} {PlainText.Line(bar.Label)}");
        }).ToList();
        return new(string.Join('\n', lines), $"<p>{string.Join("<br/>", lines.Select(Escape))}</p>");
    }

    private static string WithAddress(string text, string? address) => IsLinkable(address) ? $"{text} — {address}" : text;
}
