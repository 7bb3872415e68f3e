using System.Text.Json;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Sources;

namespace QuitteXBot.Ingestion.Inputs;

/// <summary>What a web page says of itself: JSON-LD (https://schema.org/NewsArticle) first, then Open Graph and the usual meta elements.</summary>
internal static class PageFacts
{
    private const int MostScripts = 20;

    private const int LongestFact = 500;

    private const int LongestAddress = 2_000;

    public static SourceDraft Of(AngleSharp.Html.Dom.IHtmlDocument page)
    {
        var facts = new SourceDraft("")
        {
            Title = Meta(page, "og:title") ?? Filled(page.Title),
            Author = Meta(page, "author") ?? Meta(page, "article:author"),
            Outlet = Meta(page, "og:site_name"),
            Published = Date(Meta(page, "article:published_time") ?? page.QuerySelector("time[datetime]")?.GetAttribute("datetime")),
            Url = Address(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? Meta(page, "og:url")),
            Language = Filled(page.DocumentElement.GetAttribute("lang"))?.Split('-')[0].ToLowerInvariant(),
        };
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']").Take(MostScripts))
        {
            if (Article(script.TextContent) is { } article)
                return Complete(facts, article);
        }

        return facts;
    }

    private static SourceDraft Complete(SourceDraft facts, JsonElement article) => facts with
    {
        Title = Text(article, "headline") ?? facts.Title,
        Author = Text(article, "author") ?? facts.Author,
        Outlet = Text(article, "publisher") ?? facts.Outlet,
        Published = Date(Text(article, "datePublished")) ?? facts.Published,
        Url = facts.Url ?? Address(Text(article, "url")),
        Language = Text(article, "inLanguage")?.Split('-')[0].ToLowerInvariant() ?? facts.Language,
    };

    /// <summary>The first object with a headline, in a list or a graph too; null where the script is no JSON.</summary>
    private static JsonElement? Article(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Find(document.RootElement, 0)?.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Find(JsonElement element, int depth)
    {
        if (depth > 4)
            return null;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var entry in element.EnumerateArray())
            {
                if (Find(entry, depth + 1) is { } found)
                    return found;
            }
        }

        if (element.ValueKind != JsonValueKind.Object)
            return null;
        if (element.TryGetProperty("headline", out _))
            return element;
        return element.TryGetProperty("@graph", out var graph) ? Find(graph, depth + 1) : null;
    }

    /// <summary>A property's text, its name where it is an object, those of all where it is a list.</summary>
    private static string? Text(JsonElement article, string property) => article.TryGetProperty(property, out var value) ? Text(value) : null;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Filled(value.GetString()),
        JsonValueKind.Object => value.TryGetProperty("name", out var name) ? Text(name) : null,
        JsonValueKind.Array => Filled(string.Join(", ", value.EnumerateArray().Select(Text).OfType<string>())),
        _ => null,
    };

    private static string? Meta(AngleSharp.Html.Dom.IHtmlDocument page, string name) =>
        Filled(page.QuerySelector($"meta[property='{name}'],meta[name='{name}']")?.GetAttribute("content"));

    private static PartialDate? Date(string? text) => text is { Length: >= 10 } && PartialDate.TryParse(text[..10], out var date) ? date : null;

    private static string? Address(string? text) =>
        text is { Length: <= LongestAddress } && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;


    /// <summary>Null where there is nothing, or more than any headline has.</summary>
    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) || text.Length > LongestFact ? null : text.Trim();
}
