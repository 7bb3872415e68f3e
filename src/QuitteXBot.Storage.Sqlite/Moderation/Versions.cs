using System.Collections.Immutable;
using QuitteXBot.Core.Results;
using QuitteXBot.Storage.Sqlite.Databases;

namespace QuitteXBot.Storage.Sqlite.Moderation;

/// <summary>The versions of entities: the numbers of their last revisions.</summary>
internal static class Versions
{
    /// <summary>The number of the last revision of what had the id; one by which a statement took another id counts too.</summary>
    public static long Of(Database database, string entityId)
    {
        using var rows = database.Query(
            """
            SELECT max(coalesce((SELECT max(number) FROM revisions WHERE entity_id = ?1), 0),
              coalesce((SELECT max(number) FROM revisions WHERE entity = 'statement' AND before ->> '$.id' = ?1 AND before ->> '$.id' <> entity_id), 0))
            """).Add(entityId);
        return rows.Read() ? rows.Long(0) : 0;
    }

    /// <summary>The first that someone changed since it was seen.</summary>
    public static Error? FirstConflict(Database database, ImmutableDictionary<string, long> seen)
    {
        foreach (var (id, version) in seen.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (Of(database, id) > version)
                return Conflict(id);
        }

        return null;
    }

    public static Error Conflict(string id) =>
        new("conflict", $"{id} was changed by someone else since it was shown: look at what it is now, and change that.", id);

    public static Error NotFound(string id) => new("not-found", $"There is no {id} in the store.", id);
}
