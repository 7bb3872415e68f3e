using System.Collections.Immutable;
using System.Globalization;
using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Databases;

namespace QuitteXBot.Storage.Sqlite.Reading;

internal static class RevisionReader
{
    private const string Columns = "number, at, actor, entity, entity_id, action, before, after";

    /// <summary>Numbered without gaps, as none is ever removed.</summary>
    public static long Last(Database database) => database.Number("SELECT max(number) FROM revisions");

    public static Page<Revision> Find(Database database, string? entityId, int offset, int limit, CancellationToken cancellationToken)
    {
        var filter = new Filter().WhereEqual("entity_id", entityId);
        using var count = database.Query("SELECT count(*) FROM revisions " + filter.Sql);
        var total = filter.Bind(count).Read() ? count.Int(0) : 0;

        using var rows = database.Query(
            $"SELECT {Columns} FROM revisions " + filter.Sql + "ORDER BY number DESC" + Filter.Paged);
        filter.Bind(rows).Add(Math.Max(0, limit)).Add(Math.Max(0, offset));
        var items = ImmutableArray.CreateBuilder<Revision>();
        while (rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            items.Add(Map(rows));
        }

        return new Page<Revision>(items.ToImmutable(), total, offset);
    }

    public static Revision Find(Database database, long number)
    {
        using var rows = database.Query($"SELECT {Columns} FROM revisions WHERE number = ?").Add(number);
        return rows.Read() ? Map(rows) : throw new ArgumentException($"The log has no revision {number}.", nameof(number));
    }

    /// <summary>In the order of their numbers, the last one left out.</summary>
    public static List<Revision> Between(Database database, long first, long last)
    {
        using var rows = database.Query($"SELECT {Columns} FROM revisions WHERE number >= ? AND number < ? ORDER BY number").Add(first).Add(last);
        var revisions = new List<Revision>();
        while (rows.Read())
            revisions.Add(Map(rows));
        return revisions;
    }

    private static Revision Map(Command rows) => new(
        rows.Long(0), DateTimeOffset.ParseExact(rows.Text(1), "O", CultureInfo.InvariantCulture),
        rows.Text(2), rows.Text(3), rows.Text(4), rows.Text(5), rows.TextOrNull(6), rows.TextOrNull(7));
}
