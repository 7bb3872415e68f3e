using System.Collections.Immutable;
using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Databases;

namespace QuitteXBot.Storage.Sqlite.Reading;

/// <summary>Reads the log from its end, so that the latest changes are told of first and a long log costs no more than what is asked for.</summary>
internal static class ChangeReader
{
    public static StoreChanges Since(Database database, long revision, int limit, CancellationToken cancellationToken)
    {
        var last = RevisionReader.Last(database);
        var statements = new HashSet<string>();
        var organisations = new HashSet<string>();
        var sources = new HashSet<string>();
        var isCut = false;
        using var rows = database.Query(
            """
            SELECT entity, entity_id, CASE entity WHEN 'statement' THEN before ->> '$.id' END FROM revisions WHERE number > ? ORDER BY number DESC
            """).Add(revision);
        while (!isCut && rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var changed = rows.Text(0) switch
            {
                "statement" => statements,
                "organisation" => organisations,
                "source" => sources,
                _ => null,
            };
            // A statement that took another id is gone under the one that it had.
            foreach (var id in (ReadOnlySpan<string?>)[rows.Text(1), rows.TextOrNull(2)])
            {
                if (changed is null || id is null || changed.Contains(id))
                    continue;
                isCut |= statements.Count + organisations.Count + sources.Count >= limit;
                if (!isCut)
                    changed.Add(id);
            }
        }

        return new StoreChanges(last, InOrder(statements), InOrder(organisations), InOrder(sources), isCut);
    }

    private static ImmutableArray<string> InOrder(HashSet<string> ids) => [.. ids.Order(StringComparer.Ordinal)];
}
