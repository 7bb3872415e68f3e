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
        var wanted = new StoredSource(
            stored is { EditedBy: not null } ? stored.Source : source with { Text = "" }, textNumber, sha256, Withdrawn: false, stored?.EditedBy);
        if (!mended && stored == wanted)
            session.CountUnchanged();
        else
            Put(stored, wanted);
        return (textNumber, stored is not null);
    }

    public void Withdraw(string id)
    {
        var stored = Find(id)!;
        Put(stored, stored with { Withdrawn = true });
    }

    public void Put(StoredSource? before, StoredSource after)
    {
        var source = after.Source;
        using (var command = session.Database.Query(
            """
            INSERT INTO sources (id, text_number, outlet, title, author, published, url, archive_url, retrieved, language, rights_note, withdrawn, edited_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET text_number = excluded.text_number, outlet = excluded.outlet, title = excluded.title,
              author = excluded.author, published = excluded.published, url = excluded.url, archive_url = excluded.archive_url,
              retrieved = excluded.retrieved, language = excluded.language, rights_note = excluded.rights_note, withdrawn = excluded.withdrawn,
              edited_by = excluded.edited_by
            """))
        {
            command.Add(source.Id).Add(after.TextNumber).Add(source.Outlet).Add(source.Title).Add(source.Author).Add(source.Published).Add(source.Url)
                .Add(source.ArchiveUrl).Add(source.Retrieved?.ToString("O", CultureInfo.InvariantCulture)).Add(source.Language)
                .Add(source.RightsNote).Add(after.Withdrawn).Add(after.EditedBy).Run();
        }

        session.Record(
            "source", source.Id, before is null ? null : (SourceRow.Of(before), before.Withdrawn), (SourceRow.Of(after), after.Withdrawn),
            RevisionRows.Default.SourceRow);
    }

    public StoredSource? Find(string id)
    {
        using var rows = session.Database.Query(
            """
            SELECT '', s.outlet, s.title, s.author, s.published, s.url, s.archive_url, s.retrieved, s.language, s.rights_note,
              s.text_number, t.sha256, s.withdrawn, s.edited_by
            FROM sources s JOIN source_texts t ON t.number = s.text_number WHERE s.id = ?
            """).Add(id);
        return rows.Read()
            ? new StoredSource(SourceReader.Map(id, rows), rows.Long(10), rows.Text(11), rows.Bool(12), rows.TextOrNull(13))
            : null;
    }

    /// <summary>The number of the source's text with that SHA-256.</summary>
    public long FindText(string sourceId, string sha256)
    {
        using var rows = session.Database.Query("SELECT number FROM source_texts WHERE source_id = ? AND sha256 = ?").Add(sourceId).Add(sha256);
        return rows.Read() ? rows.Long(0) : throw new InvalidOperationException($"The store has no text of {sourceId} with the SHA-256 {sha256}.");
    }

    /// <summary>Finds or stores the text. One that was damaged in the store since is mended.</summary>
    public (long Number, bool Mended) WriteText(Source source, string sha256)
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
}

/// <param name="Source">Without its text.</param>
/// <param name="EditedBy">As in <see cref="StoredStatement"/>.</param>
internal sealed record StoredSource(Source Source, long TextNumber, string Sha256, bool Withdrawn, string? EditedBy);
