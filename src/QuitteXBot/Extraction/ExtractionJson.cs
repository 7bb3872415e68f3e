using System.Text.Encodings.Web;
using System.Text.Json;
using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Ingestion.Attribution;

namespace QuitteXBot.Extraction;

/// <summary>The contract of <c>extract --json</c>. Names may be added, none renamed.</summary>
internal static class ExtractionJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ExtractionResult found)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("source", found.SourceId);
            json.WriteStartArray("quotes");
            foreach (var quote in found.Quotes)
                Write(json, quote);
            json.WriteEndArray();
            json.WriteStartArray("departures");
            foreach (var departure in found.Departures)
                Write(json, departure);
            json.WriteEndArray();
            Write(json, "flags", found.Flags);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private static void Write(Utf8JsonWriter json, ExtractedQuote found)
    {
        json.WriteStartObject();
        json.WriteString("text", found.Quote.Text);
        json.WriteNumber("start", found.Quote.Start);
        json.WriteNumber("end", found.Quote.End);
        json.WriteString("speaker", SpeakerName.Of(found));
        json.WriteString("role", found.Attribution.Role);
        json.WriteString("organisation", found.Attribution.OrganisationName);
        json.WriteString("attribution", JsonNamingPolicy.KebabCaseLower.ConvertName(found.Attribution.Basis.ToString()));
        Write(json, "reasons", found.Reasons);
        json.WriteBoolean("truncated", found.Quote.Truncated);
        json.WriteBoolean("heading", found.Quote.Heading);
        json.WriteString("topic", JsonNamingPolicy.KebabCaseLower.ConvertName(found.Topic.ToString()));
        json.WriteStartObject("confidence");
        json.WriteNumber("quote", found.Confidence.Quote);
        json.WriteNumber("speaker", found.Confidence.Speaker);
        json.WriteNumber("organisation", found.Confidence.Organisation);
        json.WriteNumber("reasons", found.Confidence.Reasons);
        json.WriteEndObject();
        Write(json, found.Evidence);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ExtractedDeparture found)
    {
        json.WriteStartObject();
        json.WriteString("organisation", found.Organisation ?? "");
        json.WriteString("person", found.Person);
        json.WriteString("kind", found.Person is null ? found.Kind.Name() : "person");
        json.WriteString("action", JsonNamingPolicy.KebabCaseLower.ConvertName(found.Action.ToString()));
        json.WriteString("announced", found.Announced?.ToString() ?? "");
        json.WriteString("effective", found.Effective?.ToString() ?? "");
        Write(json, "platformsKept", found.PlatformsKept);
        Write(json, "platformsJoined", found.PlatformsJoined);
        json.WriteString("note", found.Note);
        json.WriteNumber("start", found.Start);
        json.WriteNumber("end", found.End);
        json.WriteNumber("confidence", found.Confidence);
        Write(json, found.Evidence);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<Evidence> evidence)
    {
        json.WriteStartArray("evidence");
        foreach (var (field, rule, words) in evidence)
        {
            json.WriteStartObject();
            json.WriteString("field", field);
            json.WriteString("rule", rule);
            json.WriteString("words", words);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
