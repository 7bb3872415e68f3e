using System.Globalization;
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
    public static string Write(Reply reply)
    {
        var json = new JsonText().StartObject();
        json.Property("command", reply.Command);
        json.Property("language", reply.Language == Language.French ? "fr" : "en");
        json.Property("outcome", reply.Outcome.Name());
        if (reply.AsOf is { } day)
            json.Property("asOf", day.ToString("O", CultureInfo.InvariantCulture));
        json.Name("organisation");
        Write(json, reply.Organisation);
        json.Name("candidates").StartArray();
        foreach (var candidate in reply.Candidates)
            Write(json, candidate);
        json.EndArray();
        json.Name("statements").StartArray();
        foreach (var statement in reply.Statements)
            WriteStatement(json, statement);
        json.EndArray();
        WriteOtherQuotes(json, reply);
        json.Name("departures").StartArray();
        foreach (var departure in reply.Departures)
            DepartureJson.Write(json, departure);
        json.EndArray();
        WriteCounts(json, reply);
        json.Property("text", PlainTextRenderer.Render(reply));
        return json.EndObject().ToString();
    }

    /// <summary>What is wrong with the page is written only where something is.</summary>
    internal static void Write(JsonText json, Citation citation)
    {
        json.StartObject()
            .Property("source", citation.SourceId)
            .Property("outlet", citation.Outlet)
            .Property("title", citation.Title)
            .Property("published", citation.Published?.ToString())
            .Property("url", citation.Url)
            .Property("start", citation.Start)
            .Property("end", citation.End)
            .Property("prefix", citation.Prefix)
            .Property("suffix", citation.Suffix);
        if (citation.Page is { } page)
            json.Property("page", page.State.Name()).Property("pageSince", page.Since.ToString("O", CultureInfo.InvariantCulture));
        json.EndObject();
    }

    private static void Write(JsonText json, Organisation? organisation)
    {
        if (organisation is null)
        {
            json.Null();
            return;
        }

        json.StartObject()
            .Property("id", organisation.Id)
            .Property("name", organisation.Name)
            .Property("kind", organisation.Kind.Name())
            .Property("code", organisation.Code ?? string.Empty)
            .EndObject();
    }

    private static void WriteStatement(JsonText json, QuoteView view)
    {
        var statement = view.Statement;
        json.StartObject()
            .Property("id", statement.Id)
            .Property("quote", statement.Quote.Text)
            .Property("truncated", statement.Quote.Truncated)
            .Property("heading", statement.Quote.Heading)
            .Property("speaker", statement.Attribution.Speaker)
            .Property("role", statement.Attribution.Role)
            .Property("organisation", view.OrganisationName)
            .Property("organisationId", statement.Attribution.OrganisationId)
            .Property("attribution", statement.Attribution.Basis.Name())
            .Property("saidOn", statement.SaidOn?.ToString())
            .Property("topic", statement.Topic.Name())
            .Property("reasons", statement.Reasons)
            .Property("remarks", view.Remarks)
            .Name("citation");
        Write(json, view.Citation);
        json.EndObject();
    }

    /// <summary>What is shown beside the answer: what comes next, and paragraphs of articles.</summary>
    private static void WriteOtherQuotes(JsonText json, Reply reply)
    {
        json.Name("next").StartArray();
        foreach (var block in reply.Blocks)
        {
            if (block is QuoteBlock { Quote: { IsExcerpt: false } quote } && !reply.Statements.Contains(quote))
                WriteStatement(json, quote);
        }

        json.EndArray().Name("excerpts").StartArray();
        foreach (var block in reply.Blocks)
        {
            if (block is QuoteBlock { Quote: { IsExcerpt: true } excerpt })
                WriteExcerpt(json, excerpt);
        }

        json.EndArray();
    }

    private static void WriteExcerpt(JsonText json, QuoteView view)
    {
        json.StartObject()
            .Property("id", view.Statement.Id)
            .Property("excerpt", view.Text)
            .Property("paragraph", view.Statement.Quote.Text)
            .Name("citation");
        Write(json, view.Citation);
        json.EndObject();
    }

    private static void WriteCounts(JsonText json, Reply reply)
    {
        json.Name("counts").StartArray();
        foreach (var block in reply.Blocks)
        {
            if (block is not BarsBlock bars)
                continue;
            foreach (var bar in bars.Bars)
                json.StartObject().Property("label", bar.Label).Property("count", bar.Value).EndObject();
        }

        json.EndArray();
    }
}
