using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Commands.Rendering;

/// <summary>
/// A reply as the one-line JSON object of <c>ask --json</c>: a contract with other programs, whose names are only ever added to. What is unknown is null.
/// <c>statements</c> are those that answer; what comes next and excerpts of articles, which no one is asked to take for an answer, stand in lists of their own.
/// </summary>
public static class ReplyJson
{
    // What reads it is a program or a terminal, never a web page: French stays readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static string Write(Reply reply)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, Options))
            Write(writer, reply);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static void Write(Utf8JsonWriter writer, Reply reply)
    {
        writer.WriteStartObject();
        writer.WriteString("command", reply.Command);
        writer.WriteString("language", reply.Language == Language.French ? "fr" : "en");
        writer.WriteString("outcome", reply.Outcome.Name());
        writer.WritePropertyName("organisation");
        Write(writer, reply.Organisation);
        writer.WriteStartArray("candidates");
        foreach (var candidate in reply.Candidates)
            Write(writer, candidate);
        writer.WriteEndArray();
        writer.WriteStartArray("statements");
        foreach (var statement in reply.Statements)
            WriteStatement(writer, statement);
        writer.WriteEndArray();
        WriteOtherQuotes(writer, reply);
        writer.WriteStartArray("departures");
        foreach (var departure in reply.Departures)
            DepartureJson.Write(writer, departure);
        writer.WriteEndArray();
        WriteBars(writer, reply.Blocks);
        writer.WriteString("text", PlainTextRenderer.Render(reply));
        writer.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter writer, Citation citation)
    {
        writer.WriteStartObject();
        writer.WriteString("source", citation.SourceId);
        writer.WriteString("outlet", citation.Outlet);
        writer.WriteString("title", citation.Title);
        writer.WriteString("published", citation.Published?.ToString());
        writer.WriteString("url", citation.Url);
        writer.WriteNumber("start", citation.Start);
        writer.WriteNumber("end", citation.End);
        writer.WriteString("prefix", citation.Prefix);
        writer.WriteString("suffix", citation.Suffix);
        writer.WriteEndObject();
    }

    internal static void WriteStrings(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Organisation? organisation)
    {
        if (organisation is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("id", organisation.Id);
        writer.WriteString("name", organisation.Name);
        writer.WriteString("kind", organisation.Kind.Name());
        writer.WriteString("code", organisation.Code ?? string.Empty);
        writer.WriteEndObject();
    }

    private static void WriteStatement(Utf8JsonWriter writer, QuoteView view)
    {
        var statement = view.Statement;
        writer.WriteStartObject();
        writer.WriteString("id", statement.Id);
        writer.WriteString("quote", statement.Quote.Text);
        writer.WriteBoolean("truncated", statement.Quote.Truncated);
        writer.WriteBoolean("heading", statement.Quote.Heading);
        writer.WriteString("speaker", statement.Attribution.Speaker);
        writer.WriteString("role", statement.Attribution.Role);
        writer.WriteString("organisation", view.OrganisationName);
        writer.WriteString("organisationId", statement.Attribution.OrganisationId);
        writer.WriteString("attribution", Name(statement.Attribution.Basis));
        writer.WriteString("saidOn", statement.SaidOn?.ToString());
        writer.WriteString("topic", Name(statement.Topic));
        WriteStrings(writer, "reasons", statement.Reasons);
        WriteStrings(writer, "remarks", view.Remarks);
        writer.WritePropertyName("citation");
        Write(writer, view.Citation);
        writer.WriteEndObject();
    }

    /// <summary>What is shown beside the answer: what comes next, and paragraphs of articles.</summary>
    private static void WriteOtherQuotes(Utf8JsonWriter writer, Reply reply)
    {
        var quotes = reply.Blocks.OfType<QuoteBlock>().Select(block => block.Quote).ToList();
        writer.WriteStartArray("next");
        foreach (var quote in quotes)
        {
            if (!quote.IsExcerpt && !reply.Statements.Contains(quote))
                WriteStatement(writer, quote);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("excerpts");
        foreach (var quote in quotes)
        {
            if (quote.IsExcerpt)
                WriteExcerpt(writer, quote);
        }

        writer.WriteEndArray();
    }

    private static void WriteExcerpt(Utf8JsonWriter writer, QuoteView view)
    {
        writer.WriteStartObject();
        writer.WriteString("id", view.Statement.Id);
        writer.WriteString("excerpt", view.Text);
        writer.WriteString("paragraph", view.Statement.Quote.Text);
        writer.WritePropertyName("citation");
        Write(writer, view.Citation);
        writer.WriteEndObject();
    }

    private static void WriteBars(Utf8JsonWriter writer, ImmutableArray<ReplyBlock> blocks)
    {
        writer.WriteStartArray("counts");
        foreach (var bars in blocks.OfType<BarsBlock>())
        {
            foreach (var bar in bars.Bars)
            {
                writer.WriteStartObject();
                writer.WriteString("label", bar.Label);
                writer.WriteNumber("count", bar.Value);
                writer.WriteEndObject();
            }
        }

        writer.WriteEndArray();
    }

    private static string Name(AttributionBasis basis) => basis switch
    {
        AttributionBasis.Stated => "stated",
        AttributionBasis.Inferred => "inferred",
        _ => "unstated",
    };

    private static string Name(StatementTopic topic) => topic switch
    {
        StatementTopic.Why => "why",
        StatementTopic.Next => "next",
        _ => "other",
    };
}
