using System.Collections.Immutable;
using System.Globalization;
using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Databases;

namespace QuitteXBot.Storage.Sqlite.Reading;

internal static class RevisionReader
{
    public static Page<Revision> Find(Database database, string? entityId, int offset, int limit, CancellationToken cancellationToken)
    {
        var filter = new Filter().WhereEqual("entity_id", entityId);
        using var count = database.Query("SELECT count(*) FROM revisions " + filter.Sql);
        var total = filter.Bind(count).Read() ? count.Int(0) : 0;

        using var rows = database.Query(
            "SELECT number, at, actor, entity, entity_id, action, before, after FROM revisions " + filter.Sql + "ORDER BY number DESC" + Filter.Paged);
        filter.Bind(rows).Add(Math.Max(0, limit)).Add(Math.Max(0, offset));
        var items = ImmutableArray.CreateBuilder<Revision>();
        while (rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var at = DateTimeOffset.ParseExact(rows.Text(1), "O", CultureInfo.InvariantCulture);
            items.Add(new Revision(
                rows.Long(0), at, rows.Text(2), rows.Text(3), rows.Text(4), rows.Text(5), rows.TextOrNull(6), rows.TextOrNull(7)));
        }

        return new Page<Revision>(items.ToImmutable(), total, offset);
    }
}
