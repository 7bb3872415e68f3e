using System.Text;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Rendering;

/// <summary>
/// A reply as plain text: no colour, no wrapping, LF line ends. Each quote stands byte for byte between <c>«</c> and <c>»</c>, with a narrow no-break space
/// inside each mark that is not part of the quote.
/// </summary>
public static class PlainTextRenderer
{
    public const string OpeningMark = "«\u202F";

    public const string ClosingMark = "\u202F»";

    private const int WidestBar = 24;

    /// <summary>The words of a quote between its marks, as every plain rendering shows them.</summary>
    public static string Quoted(QuoteView quote) => OpeningMark + quote.Text + ClosingMark;

    public static string Render(Reply reply)
    {
        var text = new StringBuilder(reply.Title);
        var texts = Texts.In(reply.Language);
        ReplyBlock? before = null;
        foreach (var block in reply.Blocks)
        {
            // Facts belong together; everything else stands apart.
            text.Append(before is FactBlock && block is FactBlock ? "\n" : "\n\n");
            Append(text, block, reply, texts);
            before = block;
        }

        AppendHints(text, reply);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ReplyBlock block, Reply reply, Texts texts)
    {
        switch (block)
        {
            case TextBlock remark:
                text.Append(remark.Text);
                break;
            case QuoteBlock quote:
                Append(text, quote.Quote, reply, texts);
                break;
            case FactBlock fact:
                text.Append(texts.With(TextKeys.FactLine, fact.Label, fact.Value)).Append(" (").Append(fact.CitationLine).Append(')');
                if (fact.Url is { } url && url != fact.Value)
                    text.Append(' ').Append(url);
                break;
            case ListBlock list:
                Append(text, list);
                break;
            case BarsBlock bars:
                Append(text, bars);
                break;
            default:
                throw new InvalidOperationException($"A block of kind {block.GetType().Name} cannot be shown.");
        }
    }

    private static void Append(StringBuilder text, QuoteView quote, Reply reply, Texts texts)
    {
        text.Append(Quoted(quote));
        text.Append("\n  — ").Append(quote.AttributionLine);
        text.Append("\n  ").Append(quote.CitationLine);
        if (!quote.ReasonLabels.IsEmpty)
            text.Append("\n  ").Append(texts.With(TextKeys.ReasonsLabel, string.Join(", ", quote.ReasonLabels)));
        foreach (var remark in quote.Remarks)
            text.Append("\n  ").Append(remark);
        foreach (var action in reply.Actions)
        {
            if (action.Kind == ReplyActionKind.InContext && action.Options.GetValueOrDefault(OptionNames.Id) == quote.Statement.Id)
                text.Append("\n  → ").Append(TypedForm.Of(action.Command, action.Options, reply.Language));
        }
    }

    private static void Append(StringBuilder text, ListBlock list)
    {
        for (var i = 0; i < list.Items.Length; i++)
        {
            var item = list.Items[i];
            if (i > 0)
                text.Append('\n');
            if (list.Numbered)
                text.Append(i + 1).Append(". ");
            else
                text.Append("• ");
            text.Append(item.Text);
            if (item.Detail is { } detail)
                text.Append(" — ").Append(detail);
        }
    }

    private static void Append(StringBuilder text, BarsBlock bars)
    {
        var widest = bars.Bars.Max(bar => bar.Label.Length);
        var most = Math.Max(1, bars.Bars.Max(bar => bar.Value));
        for (var i = 0; i < bars.Bars.Length; i++)
        {
            var bar = bars.Bars[i];
            if (i > 0)
                text.Append('\n');
            text.Append(bar.Label.PadRight(widest)).Append("  ")
                .Append('█', Math.Max(1, (int)Math.Round((double)bar.Value * Math.Min(most, WidestBar) / most))).Append(' ').Append(bar.Value);
        }
    }

    private static void AppendHints(StringBuilder text, Reply reply)
    {
        var isFirst = true;
        var choice = 0;
        foreach (var action in reply.Actions)
        {
            if (action.Kind == ReplyActionKind.InContext)
                continue;
            text.Append(isFirst ? "\n\n" : "\n");
            isFirst = false;
            var label = action.Kind == ReplyActionKind.Choose ? $"{++choice}" : action.Label;
            text.Append("→ ").Append(label).Append(reply.Language == Language.French ? "\u00A0: " : ": ")
                .Append(TypedForm.Of(action.Command, action.Options, reply.Language));
        }
    }
}
