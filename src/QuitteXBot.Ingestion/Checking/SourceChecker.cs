using QuitteXBot.Core.Checking;
using QuitteXBot.Core.Fetching;
using QuitteXBot.Core.Statements;
using QuitteXBot.Ingestion.Inputs;

namespace QuitteXBot.Ingestion.Checking;

/// <summary>
/// Fetches a cited page once and looks for each quote in all of its visible words: an article's main text alone would miss captions and boxes.
/// </summary>
public sealed class SourceChecker(IPageFetcher fetcher, TimeProvider time) : ISourceChecker
{
    public async Task<SourceCheck> CheckAsync(string url, IReadOnlyCollection<Quote> quotes, CancellationToken cancellationToken)
    {
        var fetch = await fetcher.FetchAsync(url, cancellationToken).ConfigureAwait(false);
        return fetch.IsSuccess
            ? SourceCheck.OfPage(url, fetch.Page.Retrieved, quotes, Words(fetch.Page))
            : SourceCheck.OfRefusal(url, time.GetUtcNow(), quotes, fetch.Refusal);
    }

    private static string Words(FetchedPage page) => page.ContentType switch
    {
        "text/plain" or "text/markdown" => page.Draft.Text,
        _ => page.Draft.Text + "\n\n" + HtmlText.AllWords(page.Content),
    };
}
