using System.Text.Json;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Reading;
using QuitteXBot.Storage.Sqlite.Writing;

namespace QuitteXBot.Storage.Sqlite.Moderation;

/// <summary>Reads the log as people read it.</summary>
internal static class HistoryReader
{
    /// <summary>The kinds of entities by how well they tell what a change was about.</summary>
    private static readonly string[] Telling = ["statement", "report", "organisation", "source", "review"];

    public static Page<HistoryEntry> Find(Database database, string entityId, int offset, int limit)
    {
        var numbers = Numbers(database, entityId);
        var page = numbers.Skip(Math.Max(0, offset)).Take(Math.Max(0, limit)).Select(number => RevisionReader.Find(database, number));
        return new Page<HistoryEntry>([.. page.Select(revision => Entry(database, revision, ChangeOf(database, revision)?.Change))], numbers.Count, offset);
    }

    /// <summary>A change as one entry, told by the entity that it was most about.</summary>
    public static HistoryEntry Summary(Database database, long number)
    {
        var change = ChangeOf(database, RevisionReader.Find(database, number))!.Value.Change;
        var main = RevisionReader.Between(database, change.First, number)
            .OrderBy(revision => Array.IndexOf(Telling, revision.Entity) is >= 0 and var place ? place : Telling.Length).First();
        return Entry(database, main, change) with { Number = number };
    }

    /// <summary>Newest first: a statement's from its present id back through those that it had, up to its adding; another may have stood there before.</summary>
    private static List<long> Numbers(Database database, string entityId)
    {
        var numbers = new List<long>();
        var (id, below) = (Present(database, entityId), long.MaxValue);
        while (id is not null)
        {
            using var rows = database.Query(
                """
                SELECT number, CASE entity WHEN 'statement' THEN coalesce(before ->> '$.id', '') END FROM revisions
                WHERE entity_id = ? AND number < ? ORDER BY number DESC
                """).Add(id).Add(below);
            string? former = null;
            while (former is null && rows.Read())
            {
                numbers.Add(below = rows.Long(0));
                former = rows.TextOrNull(1) is { } before && before != id ? before : null;
            }

            id = former is "" ? null : former;
        }

        return numbers;
    }

    private static string Present(Database database, string id)
    {
        for (var at = Last(database, id); ; at = Last(database, id))
        {
            using var rows = database.Query(
                """
                SELECT entity_id FROM revisions
                WHERE entity = 'statement' AND before ->> '$.id' = ? AND before ->> '$.id' <> entity_id AND number > ? ORDER BY number DESC LIMIT 1
                """).Add(id).Add(at);
            if (!rows.Read())
                return id;
            id = rows.Text(0);
        }
    }

    private static long Last(Database database, string id)
    {
        using var rows = database.Query("SELECT max(number) FROM revisions WHERE entity_id = ?").Add(id);
        return rows.Read() ? rows.Long(0) : 0;
    }

    private static HistoryEntry Entry(Database database, Revision revision, ChangeRow? change) => new(
        revision.Number, revision.At, People.Behind(database, revision.Actor), revision.Entity, revision.EntityId, revision.Action,
        change?.Command, change?.Note, FieldDiff.Of(revision.Before, revision.After));

    /// <summary>The change that the revision belongs to: the next one in the log, if it reaches so far back.</summary>
    private static (long Number, ChangeRow Change)? ChangeOf(Database database, Revision revision)
    {
        using var rows = database.Query("SELECT number, after FROM revisions WHERE entity = 'change' AND number >= ? ORDER BY number LIMIT 1").Add(revision.Number);
        if (!rows.Read() || JsonSerializer.Deserialize(rows.Utf8(1), LoggedRows.Default.ChangeRow) is not { } change)
            return null;
        return change.First <= revision.Number ? (rows.Long(0), change) : null;
    }
}
