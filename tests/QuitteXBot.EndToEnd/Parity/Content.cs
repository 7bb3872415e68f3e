using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace QuitteXBot.EndToEnd.Parity;

/// <summary>
/// What an answer says, read back from how a platform shows it: its quotes byte for byte in their order, and every word and number of title, quotes,
/// attributions, citations, facts, lists and remarks. Left out are what is a platform's own: marks, addresses behind words, hints on what to press.
/// </summary>
internal sealed partial record Content(IReadOnlyList<string> Quotes, string Words)
{
    /// <param name="text">The property <c>text</c> of <c>ask --json</c>.</param>
    public static Content OfConsole(string text) => new(
        [.. ConsoleQuote().Matches(text).Select(match => match.Groups[1].Value)],
        WordsOf(string.Join('\n', text.Split('\n').Where(line => !line.TrimStart().StartsWith('→')))));

    public static Content OfDiscord(JsonObject message)
    {
        var embed = message["embeds"]![0]!;
        var description = embed["description"]?.GetValue<string>() ?? "";
        return new(
            [.. DiscordQuote().Matches(description + "\n").Select(match => Unquoted(Unescaped(string.Join('\n', match.Value.TrimEnd('\n').Split('\n').Select(line => line[2..])))))],
            WordsOf(DiscordLink().Replace(Unescaped(embed["title"]!.GetValue<string>()) + "\n" + description, "$1")));
    }

    /// <param name="html">The <c>formatted_body</c>.</param>
    public static Content OfMatrix(string html)
    {
        var body = new HtmlParser().ParseDocument("<body>" + html).Body!;
        var quotes = body.QuerySelectorAll("blockquote").Select(quote => Shown(quote)).ToList();
        foreach (var hint in body.QuerySelectorAll("p").Where(part => part is { ChildNodes.Length: 1, FirstElementChild.LocalName: "em" }))
            hint.Remove();
        foreach (var fold in body.QuerySelectorAll("summary"))
            fold.Remove();
        foreach (var (index, item) in body.QuerySelectorAll("ol > li").Index())
            item.Prepend(item.Owner!.CreateTextNode(string.Create(CultureInfo.InvariantCulture, $"{index + 1}. ")));
        foreach (var part in body.QuerySelectorAll("p, li, blockquote"))
            part.Append(part.Owner!.CreateTextNode("\n"));
        return new(quotes, WordsOf(Shown(body)));
    }

    private static string Shown(IElement element)
    {
        foreach (var end in element.QuerySelectorAll("br"))
            end.Replace(end.Owner!.CreateTextNode("\n"));
        return element.TextContent;
    }

    /// <summary>In order of the alphabet: what stands on one line here stands on two there, and bars have their number before or behind the label.</summary>
    private static string WordsOf(string text) =>
        string.Join(' ', Word().Matches(Address().Replace(text, " ")).Select(match => match.Value).Order(StringComparer.Ordinal));

    private static string Unquoted(string quote)
    {
        Assert.StartsWith("«\u202F", quote, StringComparison.Ordinal);
        Assert.EndsWith("\u202F»", quote, StringComparison.Ordinal);
        return quote[2..^2];
    }

    private static string Unescaped(string markdown) => Escape().Replace(markdown, "$1");

    [GeneratedRegex(@"(?<=\n)«\u202F((?:(?!\n\n).)*?)\u202F»\n  — ", RegexOptions.Singleline)]
    private static partial Regex ConsoleQuote();

    [GeneratedRegex(@"(?<=^|\n)(?:> [^\n]*\n)+")]
    private static partial Regex DiscordQuote();

    [GeneratedRegex(@"\[((?:\\.|[^\]\\])*)\]\((?:\\.|[^)\\])*\)")]
    private static partial Regex DiscordLink();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escape();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Address();

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
