using System.Collections.Immutable;
using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Reading;

namespace QuitteXBot.Storage.Sqlite.Transfer;

/// <summary>Reads the log as it stands, with the texts that it names by their hashes.</summary>
internal static class LogReader
{
    public static StoreLog Read(Database database, CancellationToken cancellationToken) =>
        new(Revisions(database, cancellationToken), Texts(database, cancellationToken), PageReader.All(database));

    private static ImmutableArray<LoggedRevision> Revisions(Database database, CancellationToken cancellationToken)
    {
        using var rows = database.Query("SELECT number, at, actor, entity, entity_id, action, before, after, hash FROM revisions ORDER BY number");
        var revisions = ImmutableArray.CreateBuilder<LoggedRevision>();
        while (rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            revisions.Add(new LoggedRevision(
                rows.Long(0), rows.Text(1), rows.Text(2), rows.Text(3), rows.Text(4), rows.Text(5), rows.TextOrNull(6), rows.TextOrNull(7), rows.Text(8)));
        }

        return revisions.ToImmutable();
    }

    private static ImmutableArray<SourceTextVersion> Texts(Database database, CancellationToken cancellationToken)
    {
        using var rows = database.Query("SELECT source_id, text FROM source_texts ORDER BY number");
        var texts = ImmutableArray.CreateBuilder<SourceTextVersion>();
        while (rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            texts.Add(new SourceTextVersion(rows.Text(0), rows.Text(1)));
        }

        return texts.ToImmutable();
    }
}
