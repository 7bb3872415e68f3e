using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace QuitteXBot.Matrix.Tests.Rendering;

/// <summary>Reads the quotes back from what was sent, the way a client shows it.</summary>
internal static class Unrenderer
{
    public static IReadOnlyList<string> QuotesInHtml(string html)
    {
        var document = new HtmlParser().ParseDocument("<body>" + html);
        return [.. document.QuerySelectorAll("blockquote").Select(Text)];
    }

    public static IReadOnlyList<string> QuotesInPlain(string body)
    {
        var quotes = new List<string>();
        List<string>? open = null;
        foreach (var line in body.Split('\n'))
        {
            if (line.StartsWith("> ", StringComparison.Ordinal))
            {
                (open ??= []).Add(line[2..]);
            }
            else if (open is not null)
            {
                quotes.Add(string.Join('\n', open));
                open = null;
            }
        }

        if (open is not null)
            quotes.Add(string.Join('\n', open));
        return quotes;
    }

    /// <summary>All text, without the marks that only one of the two forms needs.</summary>
    public static string ContentOfHtml(string html) => Text(new HtmlParser().ParseDocument("<body>" + html).Body!);

    public static IEnumerable<IElement> Elements(string html) => new HtmlParser().ParseDocument("<body>" + html).Body!.QuerySelectorAll("*");

    private static string Text(INode node)
    {
        var text = new StringBuilder();
        Collect(node);
        return text.ToString();

        void Collect(INode part)
        {
            foreach (var child in part.ChildNodes)
            {
                if (child is IText words)
                    text.Append(words.Data);
                else if (child is IElement { LocalName: "br" })
                    text.Append('\n');
                else
                    Collect(child);
            }
        }
    }
}
