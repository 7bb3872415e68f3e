using System.Text.Json;

namespace QuitteXBot.Ingestion.Tests.Quality;

/// <summary>A text with the quotes that a person found in it.</summary>
internal sealed record GoldArticle(string Name, string Text, IReadOnlyList<GoldQuote> Quotes, IReadOnlyList<string> NonQuotes)
{
    /// <summary>All <c>NN-slug.txt</c> of a folder that have a <c>NN-slug.gold.json</c> beside them.</summary>
    public static IReadOnlyList<GoldArticle> ReadAll(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.gold.json").Order(StringComparer.Ordinal).Select(Read)];

    private static GoldArticle Read(string path)
    {
        using var gold = JsonDocument.Parse(File.ReadAllText(path));
        var text = File.ReadAllText(path.Replace(".gold.json", ".txt", StringComparison.Ordinal)).ReplaceLineEndings("\n");
        return new GoldArticle(
            Path.GetFileName(path)[..^".gold.json".Length],
            text,
            [.. gold.RootElement.GetProperty("quotes").EnumerateArray().Select(Quote)],
            [.. gold.RootElement.GetProperty("non_quotes").EnumerateArray().Select(entry => entry.GetString()!)]);
    }

    private static GoldQuote Quote(JsonElement quote) => new(
        quote.GetProperty("text").GetString()!,
        quote.GetProperty("speaker").GetString(),
        quote.GetProperty("role").GetString(),
        quote.GetProperty("organisation").GetString());
}

internal sealed record GoldQuote(string Text, string? Speaker, string? Role, string? Organisation);
