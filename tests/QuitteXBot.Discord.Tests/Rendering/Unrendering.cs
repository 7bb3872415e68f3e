using System.Text;
using QuitteXBot.Discord.Messages;
using QuitteXBot.Discord.Rendering;

namespace QuitteXBot.Discord.Tests.Rendering;

/// <summary>Reads quotes back out of what is sent: the inverse of the renderer, written from what a reader sees.</summary>
internal static class Unrendering
{
    private const string Open = "«\u202F";
    private const string Close = "\u202F»";

    /// <summary>Every block quote of the message's text, unescaped, in order.</summary>
    public static List<string> QuotesIn(OutgoingMessage message)
    {
        var text = message.Content + string.Concat(message.Embeds.Select(embed => embed.Description));
        var quotes = new List<string>();
        StringBuilder? quote = null;
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("> ", StringComparison.Ordinal))
            {
                quote = quote is null ? new StringBuilder() : quote.Append('\n');
                quote.Append(line.AsSpan(2));
            }
            else if (quote is not null)
            {
                quotes.Add(Markdown.Unescape(quote.ToString()));
                quote = null;
            }
        }

        if (quote is not null)
            quotes.Add(Markdown.Unescape(quote.ToString()));
        return quotes;
    }

    /// <summary>Puts the parts of several quotes together: a part that goes on or is gone on with carries the marks of the cut.</summary>
    /// <param name="count">How many quotes there must be.</param>
    public static List<string> Join(int count, IEnumerable<string> parts)
    {
        var whole = new List<string>();
        var open = new List<string>();
        foreach (var part in parts)
        {
            if (open.Count > 0 && !part.StartsWith($"{Open}[…] ", StringComparison.Ordinal))
            {
                whole.Add(Join(open));
                open.Clear();
            }

            open.Add(part);
        }

        whole.Add(Join(open));
        Assert.Equal(count, whole.Count);
        return whole;
    }

    /// <summary>Puts the parts of one quote together: takes off the quotation marks and the marks of the cuts.</summary>
    public static string Join(IEnumerable<string> parts)
    {
        var all = parts.ToList();
        var joined = new StringBuilder();
        for (var i = 0; i < all.Count; i++)
        {
            var part = all[i];
            Assert.StartsWith(Open, part, StringComparison.Ordinal);
            Assert.EndsWith(Close, part, StringComparison.Ordinal);
            part = part[Open.Length..^Close.Length];
            if (i > 0)
            {
                Assert.StartsWith("[…] ", part, StringComparison.Ordinal);
                part = part[4..];
            }

            if (i < all.Count - 1)
            {
                Assert.EndsWith(" […]", part, StringComparison.Ordinal);
                part = part[..^4];
            }

            joined.Append(part);
        }

        return joined.ToString();
    }
}
