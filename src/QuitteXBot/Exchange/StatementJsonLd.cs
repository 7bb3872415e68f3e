using System.Text.Encodings.Web;
using System.Text.Json;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Exchange;

/// <summary>Published statements as linked data: https://schema.org/Quotation, each part of its https://schema.org/NewsArticle.</summary>
internal static class StatementJsonLd
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(IAsyncEnumerable<CitedStatement> statements, Stream stream, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(stream, Readable);
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        json.WriteStartArray("@graph");
        await foreach (var cited in statements.WithCancellation(cancellationToken))
        {
            if (cited.Statement.Status == StatementStatus.Published)
                Write(json, cited);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    private static void Write(Utf8JsonWriter json, CitedStatement cited)
    {
        var (statement, citation) = cited;
        json.WriteStartObject();
        json.WriteString("@type", "Quotation");
        json.WriteString("@id", "urn:quittexbot:statement:" + statement.Id);
        json.WriteString("text", statement.Quote.Text);
        Write(json, "dateCreated", statement.SaidOn?.ToString());
        Write(json, statement.Attribution);
        if (!statement.Reasons.IsEmpty)
            json.WriteString("keywords", string.Join(", ", statement.Reasons));
        json.WriteStartObject("isPartOf");
        json.WriteString("@type", "NewsArticle");
        json.WriteString("identifier", citation.SourceId);
        Write(json, "headline", citation.Title);
        Write(json, "datePublished", citation.Published?.ToString());
        Write(json, "url", citation.Url);
        if (citation.Outlet is { } outlet)
            WriteNamed(json, "publisher", "Organization", outlet);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Attribution attribution)
    {
        if (attribution.Speaker is { } speaker)
        {
            json.WriteStartObject("creator");
            json.WriteString("@type", "Person");
            json.WriteString("name", speaker);
            Write(json, "jobTitle", attribution.Role);
            if (attribution.OrganisationName is { } employer)
                WriteNamed(json, "affiliation", "Organization", employer);
            json.WriteEndObject();
        }
        else if (attribution.OrganisationName is { } organisation)
        {
            WriteNamed(json, "creator", "Organization", organisation);
        }
    }

    private static void WriteNamed(Utf8JsonWriter json, string property, string type, string name)
    {
        json.WriteStartObject(property);
        json.WriteString("@type", type);
        json.WriteString("name", name);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string property, string? value)
    {
        if (value is not null)
            json.WriteString(property, value);
    }
}
