using System.Collections.Immutable;
using System.Globalization;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Reading;

namespace QuitteXBot.Storage.Sqlite.Moderation;

internal static class ReviewReader
{
    private const string Select =
        """
        SELECT r.number, r.kind, r.text, r.url, coalesce(s.id, r.statement_id), r.organisation_id, r.draft, r.language, r.at, a.person, r.status,
          d.person, r.reason
        FROM reviews r LEFT JOIN statements s ON s.number = r.statement
        LEFT JOIN people a ON a.pseudonym = r.author LEFT JOIN people d ON d.pseudonym = r.decided_by

        """;

    public static Page<ReviewItem> Find(Database database, ReviewStatus status, int offset, int limit)
    {
        using var count = database.Query("SELECT count(*) FROM reviews WHERE status = ?").Add(Spelling.Of(status));
        var total = count.Read() ? count.Int(0) : 0;
        using var rows = database.Query(Select + "WHERE r.status = ? ORDER BY r.number" + Filter.Paged)
            .Add(Spelling.Of(status)).Add(Math.Max(0, limit)).Add(Math.Max(0, offset));
        var items = ImmutableArray.CreateBuilder<ReviewItem>();
        while (rows.Read())
            items.Add(Map(rows));
        return new Page<ReviewItem>(items.ToImmutable(), total, offset);
    }

    public static ReviewItem? Find(Database database, long number)
    {
        using var rows = database.Query(Select + "WHERE r.number = ?").Add(number);
        return rows.Read() ? Map(rows) : null;
    }

    public static int Count(Database database, string author, DateTimeOffset since)
    {
        using var rows = database.Query(
            "SELECT count(*) FROM reviews WHERE author = (SELECT pseudonym FROM people WHERE person = ?) AND at >= ?")
            .Add(author).Add(since.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
        return rows.Read() ? rows.Int(0) : 0;
    }

    private static ReviewItem Map(Command rows) => new(
        rows.Long(0),
        new NewReview(
            Spelling.Kind(rows.Text(1)), rows.Text(2), rows.TextOrNull(3), rows.TextOrNull(4), rows.TextOrNull(5), rows.TextOrNull(6), rows.Text(7)),
        DateTimeOffset.ParseExact(rows.Text(8), "O", CultureInfo.InvariantCulture),
        rows.TextOrNull(9), Spelling.Decision(rows.Text(10)), rows.TextOrNull(11), rows.TextOrNull(12));
}
