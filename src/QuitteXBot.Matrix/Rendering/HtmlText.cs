using System.Text;

namespace QuitteXBot.Matrix.Rendering;

/// <summary>Text as HTML that shows exactly that text.</summary>
internal static class HtmlText
{
    public static string Escape(string text)
    {
        var html = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                '\n' => html.Append("<br/>"),
                // As it is, a parser would turn it into a line feed.
                '\r' => html.Append("&#13;"),
                _ => html.Append(character),
            };
        }

        return html.ToString();
    }

    /// <summary>A link, where the address is one that the specification lets through; else the text alone.</summary>
    public static string Link(string text, string? address) =>
        IsLinkable(address) ? $"<a href=\"{Escape(address!)}\">{Escape(text)}</a>" : Escape(text);

    public static bool IsLinkable(string? address) =>
        address is { Length: <= 2000 } && !address.Any(char.IsControl)
        && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http";
}
