using System.Globalization;
using System.Text;
using QuitteXBot.Chat;
using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Extraction;

/// <summary>What was found, and why, for a maintainer at a terminal.</summary>
internal static class ExtractionText
{
    public static string Write(ExtractionResult found)
    {
        var text = new StringBuilder();
        var doubts = found.Flags.IsEmpty ? "" : $" (doubtful: {string.Join(", ", found.Flags)})";
        text.AppendLine(CultureInfo.InvariantCulture, $"{found.SourceId}: {found.Quotes.Length} quotes, {found.Departures.Length} departures{doubts}");
        foreach (var quote in found.Quotes)
        {
            var who = quote.Attribution;
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"[{quote.Quote.Start}-{quote.Quote.End}] « {quote.Quote.Text} »");
            text.AppendLine(CultureInfo.InvariantCulture, $"  {who.Basis}: {who.Speaker ?? "-"}, {who.Role ?? "-"}, {who.OrganisationName ?? "-"}"
                + $"{(quote.Quote.Truncated ? "; truncated" : "")}{(quote.Quote.Heading ? "; heading" : "")}");
            text.AppendLine(CultureInfo.InvariantCulture, $"  {quote.Topic}; reasons: {(quote.Reasons.IsEmpty ? "-" : string.Join(", ", quote.Reasons))}; least sure {quote.Confidence.Least:0.00}");
            Append(text, quote.Evidence);
        }

        foreach (var departure in found.Departures)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"[{departure.Start}-{departure.End}] {departure.Person ?? departure.Organisation}"
                + $" ({(departure.Person is null ? departure.Kind.Name() : "person")}): {departure.Action}");
            text.AppendLine(CultureInfo.InvariantCulture, $"  announced {departure.Announced?.ToString() ?? "-"}; effective {departure.Effective?.ToString() ?? "-"}"
                + $"; keeps {List(departure.PlatformsKept)}; joins {List(departure.PlatformsJoined)}{(departure.Note is null ? "" : $"; {departure.Note}")}");
            Append(text, departure.Evidence);
        }

        return TerminalText.Safe(text.ToString().TrimEnd());
    }

    private static string List(IEnumerable<string> keys) => string.Join(", ", keys) is { Length: > 0 } list ? list : "-";

    private static void Append(StringBuilder text, IEnumerable<Evidence> evidence)
    {
        foreach (var (field, rule, words) in evidence)
            text.AppendLine(CultureInfo.InvariantCulture, $"    {field} by {rule}: {words.ReplaceLineEndings(" ")}");
    }
}
