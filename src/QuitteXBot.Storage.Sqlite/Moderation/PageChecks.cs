using System.Globalization;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Storage.Sqlite.Databases;

namespace QuitteXBot.Storage.Sqlite.Moderation;

/// <summary>Keeps what was found of the pages that sources were read on.</summary>
internal static class PageChecks
{
    /// <summary>The day of the first check that found the present state stays; a source that the store does not have is passed over.</summary>
    public static void Record(Database database, string sourceId, PageCheck check)
    {
        using var command = database.Query(
            """
            INSERT INTO page_checks (source_id, state, since) SELECT id, ?, ? FROM sources WHERE id = ?
            ON CONFLICT (source_id) DO UPDATE SET state = excluded.state, since = excluded.since WHERE state <> excluded.state
            """);
        command.Add(Spelling.Of(check.State)).Add(check.Since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Add(sourceId).Run();
    }
}
