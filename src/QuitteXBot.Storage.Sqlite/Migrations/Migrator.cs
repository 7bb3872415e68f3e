using System.Globalization;
using QuitteXBot.Core.Results;
using QuitteXBot.Storage.Sqlite.Databases;

namespace QuitteXBot.Storage.Sqlite.Migrations;

/// <summary>Brings a database to the newest schema: the embedded files <c>0001-….sql</c>, in order, counted by <c>user_version</c>.</summary>
internal static class Migrator
{
    /// <summary>The number of the newest migration.</summary>
    public const int Newest = 2;

    /// <summary>Marks the file as ours: "QXBt".</summary>
    private const int ApplicationId = 0x51584274;

    /// <summary>Applies what is missing, all of it or nothing.</summary>
    public static void Migrate(Database database)
    {
        using var transaction = database.Begin(forWriting: true);
        var version = database.Number("PRAGMA user_version");
        if (version == Newest)
            return;

        foreach (var sql in From(version))
            database.Execute(sql);
        database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Newest}"));
        transaction.Commit();
    }

    /// <summary>Why the database must be left alone, if it must.</summary>
    public static Error? Refuse(Database database, string path)
    {
        var version = database.Number("PRAGMA user_version");
        if (database.Number("PRAGMA application_id") != ApplicationId)
        {
            return version == 0 && database.Number("SELECT count(*) FROM sqlite_schema") == 0
                ? null
                : new Error("store-foreign", "The file is a SQLite database of another program: choose another Paths:Data.", path);
        }

        return version <= Newest ? null : new Error(
            "store-newer",
            $"The store was written by a newer version of QuitteXBot (schema {version}, this one knows {Newest}): update QuitteXBot or choose another Paths:Data.",
            path);
    }

    /// <summary>Why the database cannot be read as it is, if it cannot.</summary>
    public static Error? RefuseReading(Database database, string path) =>
        Refuse(database, path)
        ?? (database.Number("PRAGMA user_version") == Newest
            ? null
            : new Error("store-old", "The store has an older form: run `quittexbot reindex` once to bring it up to date.", path));

    private static IEnumerable<string> From(long version)
    {
        var assembly = typeof(Migrator).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal));
        foreach (var name in names.Order(StringComparer.Ordinal).Skip((int)version))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }
}
