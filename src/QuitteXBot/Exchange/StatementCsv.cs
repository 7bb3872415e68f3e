using System.Globalization;
using CsvHelper;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Exchange;

/// <summary>Statements as CSV (RFC 4180), one row each. Quotes are written as they are.</summary>
internal static class StatementCsv
{
    private static readonly string[] Columns =
    [
        "id", "organisation", "kind", "code", "quote", "speaker", "role", "attribution", "topic", "reasons", "said_on", "status", "truncated", "heading",
        "source", "outlet", "title", "published", "url", "start", "end",
    ];

    public static async Task WriteAsync(
        IAsyncEnumerable<CitedStatement> statements, IReadOnlyDictionary<string, Organisation> organisations, TextWriter writer, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(writer, new CsvWriterOptions(), true);
        await csv.WriteRecordAsync(Columns, cancellationToken);
        await foreach (var cited in statements.WithCancellation(cancellationToken))
            await csv.WriteRecordAsync(Row(cited, organisations), cancellationToken);
    }

    private static string[] Row(CitedStatement cited, IReadOnlyDictionary<string, Organisation> organisations)
    {
        var statement = cited.Statement;
        var organisation = statement.Attribution.OrganisationId is { } id ? organisations.GetValueOrDefault(id) : null;
        string?[] fields =
        [
            statement.Id, organisation?.Name ?? statement.Attribution.OrganisationName, organisation?.Kind.Name(), organisation?.Code, statement.Quote.Text,
            statement.Attribution.Speaker, statement.Attribution.Role, Lower(statement.Attribution.Basis), Lower(statement.Topic),
            string.Join(';', statement.Reasons), statement.SaidOn?.ToString(), Lower(statement.Status), Lower(statement.Quote.Truncated),
            Lower(statement.Quote.Heading), cited.Citation.SourceId, cited.Citation.Outlet, cited.Citation.Title, cited.Citation.Published?.ToString(),
            cited.Citation.Url, Lower(statement.Quote.Start), Lower(statement.Quote.End),
        ];
        return Array.ConvertAll(fields, field => field ?? "");
    }

    private static string Lower<T>(T value)
        where T : notnull => string.Create(CultureInfo.InvariantCulture, $"{value}").ToLowerInvariant();
}
