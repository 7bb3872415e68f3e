using System.Globalization;
using QuitteXBot.Core.Sources;
using QuitteXBot.Storage.Sqlite.Reading;

namespace QuitteXBot.Storage.Sqlite.Writing;

internal sealed class SourceWriter(IngestSession session)
{
    /// <summary>Takes the source; returns the number of its text, and whether the store had the source before.</summary>
    public (long TextNumber, bool Known) Write(Source source)
    {
        var sha256 = source.Sha256;
        var stored = Find(source.Id);
        var (textNumber, mended) = WriteText(source, sha256);

        // A moderator's words about the source stay; the text is always the file's.
        var wanted = stored is { Edited: true } ? stored.Source : source with { Text = "" };
        if (stored is { Withdrawn: false } && !mended && stored.TextNumber == textNumber && stored.Source == wanted)
        {
            session.CountUnchanged();
            return (textNumber, true);
        }

        using (var command = session.Database.Query(
            """
            INSERT INTO sources (id, text_number, outlet, title, author, published, url, archive_url, retrieved, language, rights_note, withdrawn)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
            ON CONFLICT (id) DO UPDATE SET text_number = excluded.text_number, outlet = excluded.outlet, title = excluded.title,
              author = excluded.author, published = excluded.published, url = excluded.url, archive_url = excluded.archive_url,
              retrieved = excluded.retrieved, language = excluded.language, rights_note = excluded.rights_note, withdrawn = 0
            """))
        {
            command.Add(wanted.Id).Add(textNumber).Add(wanted.Outlet).Add(wanted.Title).Add(wanted.Author).Add(wanted.Published).Add(wanted.Url)
                .Add(wanted.ArchiveUrl).Add(wanted.Retrieved?.ToString("O", CultureInfo.InvariantCulture)).Add(wanted.Language)
                .Add(wanted.RightsNote).Run();
        }

        Record(stored, SourceRow.Of(wanted, sha256, withdrawn: false));
        return (textNumber, stored is not null);
    }

    public void Withdraw(string id)
    {
        var stored = Find(id)!;
        using (var command = session.Database.Query("UPDATE sources SET withdrawn = 1 WHERE id = ?"))
            command.Add(id).Run();
        Record(stored, SourceRow.Of(stored.Source, stored.Sha256, withdrawn: true));
    }

    private void Record(StoredSource? before, SourceRow after) => session.Record(
        "source",
        after.Id,
        before is null ? null : (SourceRow.Of(before.Source, before.Sha256, before.Withdrawn), before.Withdrawn),
        (after, after.Withdrawn),
        RevisionRows.Default.SourceRow);

    private StoredSource? Find(string id)
    {
        using var rows = session.Database.Query(
            """
            SELECT '', s.outlet, s.title, s.author, s.published, s.url, s.archive_url, s.retrieved, s.language, s.rights_note,
              s.text_number, t.sha256, s.withdrawn, s.edited_by
            FROM sources s JOIN source_texts t ON t.number = s.text_number WHERE s.id = ?
            """).Add(id);
        return rows.Read()
            ? new StoredSource(SourceReader.Map(id, rows), rows.Long(10), rows.Text(11), rows.Bool(12), !rows.IsNull(13))
            : null;
    }

    /// <summary>Finds or stores the text. One that was damaged in the store since is mended.</summary>
    private (long Number, bool Mended) WriteText(Source source, string sha256)
    {
        using var rows = session.Database.Query("SELECT number, text = ? FROM source_texts WHERE source_id = ? AND sha256 = ?")
            .Add(source.Text).Add(source.Id).Add(sha256);
        if (!rows.Read())
        {
            using var insert = session.Database.Query("INSERT INTO source_texts (source_id, sha256, text) VALUES (?, ?, ?)");
            insert.Add(source.Id).Add(sha256).Add(source.Text).Run();
            return (session.Database.LastNumber, false);
        }

        var (number, intact) = (rows.Long(0), rows.Bool(1));
        if (!intact)
        {
            using var update = session.Database.Query("UPDATE source_texts SET text = ? WHERE number = ?");
            update.Add(source.Text).Add(number).Run();
        }

        return (number, !intact);
    }

    /// <param name="Source">Without its text.</param>
    private sealed record StoredSource(Source Source, long TextNumber, string Sha256, bool Withdrawn, bool Edited);
}
