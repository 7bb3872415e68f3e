using System.Security.Cryptography;
using QuitteXBot.Core.Fetching;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Sources;
using QuitteXBot.Ingestion.Inputs;

namespace QuitteXBot.Ingestion.Fetching;

/// <summary>An answer → a page.</summary>
internal sealed class PageReader(FetchOptions options, Patience patience, TimeProvider time)
{
    public async Task<PageFetch> ReadAsync(HttpResponseMessage response, string url)
    {
        if (RefuseStatus((int)response.StatusCode, url) is { } refused)
            return refused;
        var type = response.Content.Headers.ContentType;
        var mediaType = type?.MediaType?.ToLowerInvariant();
        if (mediaType is not ("text/html" or "application/xhtml+xml" or "text/plain" or "text/markdown"))
            return new FetchRefusal(FetchRefusalReason.ContentType, $"The page is '{mediaType ?? "of an untold type"}', no web page and no text.", url);
        var (bytes, refusal) = await new BodyReader(options, patience).ReadAsync(response, url).ConfigureAwait(false);
        if (refusal is not null)
            return refusal;
        var markup = mediaType is "text/html" or "application/xhtml+xml";
        var text = TextDecoder.Decode(bytes, type!.CharSet?.Trim('"', '\'', ' '), markup);
        if (!text.IsSuccess)
            return new FetchRefusal(FetchRefusalReason.Undecodable, text.Error.Message, url);
        var draft = Draft(text.Value, mediaType);
        if (!draft.IsSuccess)
            return new FetchRefusal(FetchRefusalReason.TooComplex, draft.Error.Message, url);
        return string.IsNullOrWhiteSpace(draft.Value.Text)
            ? new FetchRefusal(FetchRefusalReason.Empty, "The page holds no words.", url)
            : new FetchedPage(url, time.GetUtcNow(), mediaType, text.Value, Convert.ToHexStringLower(SHA256.HashData(bytes)), draft.Value);
    }

    private static FetchRefusal? RefuseStatus(int status, string url) => status switch
    {
        200 => null,
        404 or 410 => new FetchRefusal(FetchRefusalReason.Gone, $"The page is not there (status {status}).", url, status),
        _ => new FetchRefusal(FetchRefusalReason.Status, $"The server does not give the page (status {status}).", url, status),
    };

    private static Result<SourceDraft> Draft(string text, string mediaType) => mediaType switch
    {
        "text/plain" => new SourceDraft(TextDecoder.WithLineFeeds(text)),
        "text/markdown" => MarkdownText.Read(TextDecoder.WithLineFeeds(text)),
        _ => HtmlText.Read(text),
    };
}
