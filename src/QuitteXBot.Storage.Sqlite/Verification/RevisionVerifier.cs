using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Writing;

namespace QuitteXBot.Storage.Sqlite.Verification;

/// <summary>Walks the log's chain up to its first broken link.</summary>
internal sealed class RevisionVerifier(Database database, Action step)
{
    public IEnumerable<StoreDefect> Run()
    {
        var hash = new RevisionHash();
        var (number, previous) = (0L, RevisionHash.First);
        using var rows = database.Query("SELECT number, at, actor, entity, entity_id, action, before, after, hash FROM revisions ORDER BY number");
        while (rows.Read())
        {
            step();
            number++;
            previous = hash.Of(
                previous, number, rows.Text(1), rows.Text(2), rows.Text(3), rows.Text(4), rows.Text(5), rows.Utf8(6), rows.Utf8(7));
            if (rows.Long(0) == number && rows.Text(8) == previous)
                continue;
            var (entity, id) = (rows.Text(3), rows.Text(4));
            yield return new StoreDefect(
                entity == "statement" ? id : null,
                entity == "source" ? id : "",
                $"The log is broken at revision {rows.Long(0)} ({entity} {id}): it or one before it was altered or removed.");
            yield break;
        }
    }
}
