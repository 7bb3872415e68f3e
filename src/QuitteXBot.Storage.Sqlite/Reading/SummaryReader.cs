using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Databases;

namespace QuitteXBot.Storage.Sqlite.Reading;

internal static class SummaryReader
{
    public static StoreSummary Read(Database database) => new(
        Sources: Count(database, "SELECT count(*) FROM sources WHERE withdrawn = 0"),
        Organisations: Count(database, $"SELECT count(*) FROM organisations o WHERE {OrganisationReader.WithRecords}"),
        Statements: Count(database, "SELECT count(*) FROM statements"),
        Published: Count(database, "SELECT count(*) FROM statements WHERE status = 'published'"),
        Reports: Count(database, "SELECT count(*) FROM reports WHERE withdrawn = 0"),
        // Numbered without gaps, as none is ever removed.
        Revisions: Count(database, "SELECT max(number) FROM revisions"));

    private static int Count(Database database, string sql) => (int)database.Number(sql);
}
