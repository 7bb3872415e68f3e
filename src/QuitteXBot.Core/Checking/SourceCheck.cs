using System.Collections.Immutable;
using QuitteXBot.Core.Fetching;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Core.Checking;

/// <summary>Whether a cited page still carries what is quoted from it.</summary>
/// <param name="Url">The citation's address, as given.</param>
/// <param name="At">When it was looked at.</param>
/// <param name="Refusal">Why the page could not be read; null where it was.</param>
public sealed record SourceCheck(string Url, DateTimeOffset At, ImmutableArray<CheckedQuote> Quotes, FetchRefusal? Refusal)
{
    /// <param name="pageText">All the words of the page that a reader sees.</param>
    public static SourceCheck OfPage(string url, DateTimeOffset at, IEnumerable<Quote> quotes, string pageText)
    {
        var page = new RenderedText(pageText);
        return new SourceCheck(
            url, at, [.. quotes.Select(quote => new CheckedQuote(quote, page.Carries(quote.Text) ? QuotePresence.Present : QuotePresence.Modified))], null);
    }

    /// <summary>Only the server's own word makes a page gone; whatever else went wrong may be right again tomorrow.</summary>
    public static SourceCheck OfRefusal(string url, DateTimeOffset at, IEnumerable<Quote> quotes, FetchRefusal refusal)
    {
        var presence = refusal.Reason == FetchRefusalReason.Gone ? QuotePresence.Gone : QuotePresence.Unknown;
        return new SourceCheck(url, at, [.. quotes.Select(quote => new CheckedQuote(quote, presence))], refusal);
    }
}

public sealed record CheckedQuote(Quote Quote, QuotePresence Presence);
