using System.Collections.Immutable;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Databases;

namespace QuitteXBot.Storage.Sqlite.Reading;

internal static class StatementReader
{
    /// <summary>More ids than any page of search results has; the limit of SQLite's parameters is 32,766.</summary>
    private const int MostIds = 10_000;

    /// <summary>What <see cref="Map"/> reads, of <c>statements s</c>.</summary>
    public const string Columns =
        """
        s.id, s.source_id, s.start_at, s.end_at, s.quote, s.prefix, s.suffix, s.truncated, s.heading,
        s.speaker, s.role, s.organisation_id, s.organisation_name, s.basis, s.topic, s.said_on, s.status,
        s.quote_confidence, s.speaker_confidence, s.organisation_confidence, s.reasons_confidence,
        s.reasons
        """;

    /// <summary>The number of columns in <see cref="Columns"/>: others begin there.</summary>
    public const int ColumnCount = 22;

    // The order of the join is fixed, so that the statements come in the order of their index.
    private const string Cited =
        $"""
        SELECT {Columns}, c.outlet, c.title, c.published, c.url, p.state, p.since
        FROM statements s CROSS JOIN sources c ON c.id = s.source_id {PageReader.Join} c.id

        """;

    public static CitedStatement? Find(Database database, string id)
    {
        using var rows = database.Query(Cited + "WHERE s.id = ?").Add(id);
        return rows.Read() ? MapCited(rows) : null;
    }

    public static Page<CitedStatement> Find(Database database, StatementQuery query, CancellationToken cancellationToken)
    {
        var filter = FilterOf(query);
        var offset = Math.Max(0, query.Offset);
        var limit = Math.Max(0, query.Limit);
        var items = ImmutableArray.CreateBuilder<CitedStatement>();
        const string Order = "ORDER BY s.said_key DESC, s.source_id, s.start_at, s.end_at" + Filter.Paged;
        using (var rows = Prepare(database, query, Cited + filter.Sql + Order))
        {
            filter.Bind(rows).Add(limit).Add(offset);
            while (rows.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                items.Add(MapCited(rows));
            }
        }

        // The last page tells the total by itself.
        var total = items.Count < limit && (items.Count > 0 || offset == 0) ? offset + items.Count : Count(database, query, filter);
        return new Page<CitedStatement>(items.ToImmutable(), total, query.Offset);
    }

    public static IEnumerable<CitedStatement> Published(Database database)
    {
        using var rows = database.Query(Cited + "WHERE s.status = 'published' ORDER BY s.source_id, s.start_at, s.end_at");
        while (rows.Read())
            yield return MapCited(rows);
    }

    public static Statement Map(Command rows) => new()
    {
        Id = rows.Text(0),
        Quote = new Quote(
            rows.Text(1), rows.Int(2), rows.Int(3), rows.Text(4), rows.Text(5), rows.Text(6), rows.Bool(7), rows.Bool(8)),
        Attribution = new Attribution(
            rows.TextOrNull(9), rows.TextOrNull(10), rows.TextOrNull(11), rows.TextOrNull(12), Spelling.Basis(rows.Text(13))),
        Topic = Spelling.Topic(rows.Text(14)),
        SaidOn = rows.Date(15),
        Status = Spelling.Status(rows.Text(16)),
        Confidence = new Confidence(rows.Double(17), rows.Double(18), rows.Double(19), rows.Double(20)),
        Reasons = JsonList.Parse(rows.Utf8(21)),
    };

    private static CitedStatement MapCited(Command rows)
    {
        var statement = Map(rows);
        var quote = statement.Quote;
        return new CitedStatement(statement, new Citation(
            quote.SourceId, rows.TextOrNull(22), rows.TextOrNull(23), rows.Date(24), rows.TextOrNull(25), quote.Start, quote.End, quote.Prefix, quote.Suffix,
            PageReader.Map(rows, ColumnCount + 4)));
    }

    private static int Count(Database database, StatementQuery query, Filter filter)
    {
        using var rows = Prepare(database, query, "SELECT count(*) FROM statements s " + filter.Sql);
        return filter.Bind(rows).Read() ? rows.Int(0) : 0;
    }

    private static Command Prepare(Database database, StatementQuery query, string sql) =>
        query.Ids.IsDefaultOrEmpty ? database.Query(sql) : database.QueryOnce(sql);

    private static Filter FilterOf(StatementQuery query)
    {
        if (!query.Ids.IsDefault)
            ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Ids.Length, MostIds, nameof(query));
        var filter = new Filter()
            .WhereIn("s.id", query.Ids.IsDefault ? [] : query.Ids.AsSpan())
            .WhereEqual("s.source_id", query.SourceId)
            .WhereEqual("s.topic", query.Topic is { } topic ? Spelling.Of(topic) : null);
        if (query.OrganisationId is { } organisation)
            filter.Where("s.organisation_id = " + OrganisationReader.Merged, organisation, organisation);
        if (query.Reason is { } reason)
            filter.Where("instr(s.reasons, ?) > 0", JsonList.Item(reason));
        if (!query.IncludeHeadings)
            filter.Where("s.heading = 0");
        return filter.WhereIn("s.status", StatusesOf(query));
    }

    /// <summary>Without a query expression: on the way of a cold answer each of its parts would be compiled first.</summary>
    private static string[] StatusesOf(StatementQuery query)
    {
        var statuses = new string[query.Statuses.IsDefault ? 0 : query.Statuses.Length];
        for (var index = 0; index < statuses.Length; index++)
            statuses[index] = Spelling.Of(query.Statuses[index]);
        return statuses;
    }
}
