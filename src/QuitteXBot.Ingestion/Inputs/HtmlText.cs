using System.Text;
using AngleSharp.Dom;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Sources;

namespace QuitteXBot.Ingestion.Inputs;

/// <summary>
/// The main text of a web page: headline, intertitles and paragraphs of the element that holds most words in paragraphs; menus, comments,
/// side columns and scripts are left out.
/// </summary>
internal static class HtmlText
{
    /// <summary>Elements whose words are no part of an article.</summary>
    private const string Noise =
        "nav,aside,footer,form,button,figure,select,[role=navigation],[role=complementary],"
        + ".comments,#comments,.sidebar,.related,.newsletter,.share,.social,.cookie,.breadcrumb,.tags,.advertisement";

    /// <summary>Elements whose words no reader of the page sees.</summary>
    private const string Hidden =
        "script,style,noscript,template,iframe,svg,[hidden],[aria-hidden=true],"
        + "[style*='display:none' i],[style*='display: none' i],[style*='visibility:hidden' i],[style*='visibility: hidden' i]";

    /// <summary>Elements that stand within a line, so that words go on across their ends.</summary>
    private static readonly HashSet<string> Inline =
        ["a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr"];

    private const string Blocks = "h1,h2,h3,h4,p,li,blockquote,time";

    /// <returns>Error <c>input-too-complex</c>.</returns>
    public static Result<SourceDraft> Read(string html)
    {
        var (page, error) = BoundedHtml.Parse(html);
        if (page is null)
            return error!;
        var facts = PageFacts.Of(page);
        Remove(page, Hidden + "," + Noise);
        var title = page.QuerySelector("h1") is { } headline ? Words(headline) : facts.Title;
        var paragraphs = new List<string>();
        if (!string.IsNullOrWhiteSpace(title))
            paragraphs.Add(title);
        if (Main(page) is { } main)
            paragraphs.AddRange(Paragraphs(main, title));
        return facts with { Text = string.Join("\n\n", paragraphs), Title = facts.Title ?? title };
    }

    /// <summary>All that a reader of the page sees, menus and side columns too; nothing where it cannot be parsed.</summary>
    public static string AllWords(string html)
    {
        if (BoundedHtml.Parse(html).Page is not { } page)
            return "";
        Remove(page, Hidden);
        var words = new StringBuilder();
        foreach (var node in page.Body?.GetDescendants() ?? [])
        {
            if (node is IText text)
                Append(words, text.Data);
            else if (node is IElement element && !Inline.Contains(element.LocalName))
                Append(words, " ");
        }

        return words.ToString();
    }

    private static void Remove(IDocument page, string selector)
    {
        foreach (var element in page.QuerySelectorAll(selector).ToList())
            element.Remove();
    }

    private static IElement? Main(AngleSharp.Html.Dom.IHtmlDocument page)
    {
        IElement? best = null;
        var most = 0;
        foreach (var holder in page.QuerySelectorAll("p").Select(paragraph => paragraph.ParentElement).OfType<IElement>().Distinct())
        {
            var words = holder.Children.Where(child => child.LocalName == "p").Sum(child => child.TextContent.Length);
            if (words > most)
                (best, most) = (holder, words);
        }

        return best?.Closest("article") ?? page.QuerySelector("article") ?? best?.Closest("main") ?? best ?? page.Body;
    }

    private static IEnumerable<string> Paragraphs(IElement main, string? title)
    {
        var found = false;
        foreach (var block in main.QuerySelectorAll(Blocks))
        {
            if (block.QuerySelector("p,li") is not null)
                continue;
            if (block.LocalName == "time" && block.Closest("p,li,blockquote") is not null)
                continue;
            var words = Words(block);
            if (words.Length == 0 || (block.LocalName == "h1" && words == title))
                continue;
            found = true;
            yield return words;
        }

        if (!found && Words(main) is { Length: > 0 } all)
            yield return all;
    }

    /// <summary>The element's words with runs of common spaces as one; no-break spaces stay.</summary>
    private static string Words(IElement element)
    {
        var words = new StringBuilder();
        foreach (var node in element.GetDescendants())
        {
            if (node is IText text)
                Append(words, text.Data);
            else if (node is IElement { LocalName: "br" })
                Append(words, " ");
        }

        return words.ToString().Trim(' ');
    }

    private static void Append(StringBuilder words, string text)
    {
        foreach (var unit in text)
        {
            if (unit is not (' ' or '\n' or '\r' or '\t' or '\f'))
                words.Append(unit);
            else if (words.Length > 0 && words[^1] != ' ')
                words.Append(' ');
        }
    }
}
