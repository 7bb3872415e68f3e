using System.Collections.Immutable;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Storage.Sqlite.Databases;

namespace QuitteXBot.Storage.Sqlite.Reading;

internal static class OrganisationReader
{
    /// <summary>Organisations that something recorded tells of, of <c>organisations o</c>.</summary>
    public const string WithRecords =
        """
        (EXISTS (SELECT 1 FROM reports r WHERE r.subject = o.id AND r.withdrawn = 0)
        OR EXISTS (SELECT 1 FROM statements s WHERE s.organisation_id = o.id AND s.status <> 'withdrawn'))
        """;

    /// <summary>Organisations that are listed: those, and what a moderator named, so that its names are known too.</summary>
    private const string Listed = $"o.merged_into IS NULL AND o.withdrawn = 0 AND (o.edited_by IS NOT NULL OR {WithRecords})";

    /// <summary>The organisation that has what is recorded of the one named twice by parameter: itself, or what it was merged into.</summary>
    public const string Merged = "coalesce((SELECT merged_into FROM organisations WHERE id = ?), ?)";

    /// <summary>What <see cref="Map"/> reads, of <c>organisations o</c>.</summary>
    public const string Columns =
        """
        o.id, o.kind, o.name, o.short_name, o.code, o.country, o.departement_code, o.region_code, o.population,
        o.aliases
        """;

    /// <summary>The number of columns in <see cref="Columns"/>: others begin there.</summary>
    public const int ColumnCount = 10;

    public static Organisation? Find(Database database, string id)
    {
        using var rows = database.Query($"SELECT {Columns} FROM organisations o WHERE o.id = ?").Add(id);
        return rows.Read() ? Map(rows) : null;
    }

    /// <summary>The organisation as it is listed: the other where it was merged into one, null where its adding was undone.</summary>
    public static Organisation? FindListed(Database database, string id)
    {
        using var rows = database.Query($"SELECT {Columns} FROM organisations o WHERE o.id = {Merged} AND o.withdrawn = 0").Add(id).Add(id);
        return rows.Read() ? Map(rows) : null;
    }

    public static bool IsMerged(Database database, string id)
    {
        using var rows = database.Query("SELECT 1 FROM organisations WHERE id = ? AND merged_into IS NOT NULL").Add(id);
        return rows.Read();
    }

    public static HashSet<string> MergedIds(Database database)
    {
        using var rows = database.Query("SELECT id FROM organisations WHERE merged_into IS NOT NULL");
        var ids = new HashSet<string>();
        while (rows.Read())
            ids.Add(rows.Text(0));
        return ids;
    }

    /// <summary>Those that are listed, with records or without.</summary>
    public static List<Organisation> Find(Database database, ImmutableArray<string> ids, CancellationToken cancellationToken)
    {
        var found = new List<Organisation>(ids.Length);
        foreach (var id in ids.Order(StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (FindListed(database, id) is { } organisation && organisation.Id == id)
                found.Add(organisation);
        }

        return found;
    }

    public static IEnumerable<Organisation> All(Database database)
    {
        using var rows = database.Query($"SELECT {Columns} FROM organisations o WHERE {Listed} ORDER BY o.id");
        while (rows.Read())
            yield return Map(rows);
    }

    public static Organisation Map(Command rows) => new()
    {
        Id = rows.Text(0),
        Kind = OrganisationKinds.TryParse(rows.Text(1), out var kind) ? kind : OrganisationKind.Other,
        Name = rows.Text(2),
        ShortName = rows.TextOrNull(3),
        Code = rows.TextOrNull(4),
        Country = rows.Text(5),
        DepartementCode = rows.TextOrNull(6),
        RegionCode = rows.TextOrNull(7),
        Population = rows.IntOrNull(8),
        Aliases = JsonList.Parse(rows.Utf8(9)),
    };
}
