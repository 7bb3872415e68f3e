using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Ingestion.Departures;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Tests.Departures;

/// <summary>Reads departures out of a text, and writes them on one line each.</summary>
internal static class DepartureTexts
{
    // A Tuesday.
    public const string Published = "2025-01-21";

    private static readonly DepartureExtractor Extractor = new(FakeNames.Territories, ProjectFiles.Catalogue);

    public static IReadOnlyList<ExtractedDeparture> Read(string text, string? published = Published, params ExtractedQuote[] quotes) =>
        Extractor.Extract(
            Document.Read(text), quotes, new Source { Id = "a", Text = text, Published = PartialDate.TryParse(published, out var date) ? date : null });

    /// <summary><c>who action announced/effective kept&gt;joined</c>, parts that are empty left out.</summary>
    public static string Summary(string text, string? published = Published, params ExtractedQuote[] quotes) =>
        string.Join(" | ", Read(text, published, quotes).Select(Line));

    /// <summary>A quote of the text with its attribution.</summary>
    public static ExtractedQuote Quote(string text, string words, string? speaker, string organisationId, string organisation)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        return new ExtractedQuote
        {
            Quote = new Quote("a", start, start + words.Length, words, "", ""),
            Attribution = new Core.Statements.Attribution(speaker, null, organisationId, organisation, AttributionBasis.Stated),
            Topic = StatementTopic.Other,
            Confidence = Confidence.Confirmed,
        };
    }

    private static string Line(ExtractedDeparture departure)
    {
        var line = $"{departure.Person ?? departure.OrganisationId ?? departure.Organisation} {departure.Action.ToString().ToLowerInvariant()}";
        if (departure.Announced is not null || departure.Effective is not null)
            line += $" {departure.Announced}/{departure.Effective}";
        if (departure.PlatformsKept.Length + departure.PlatformsJoined.Length > 0)
            line += $" {string.Join(',', departure.PlatformsKept)}>{string.Join(',', departure.PlatformsJoined)}";
        return line;
    }
}
