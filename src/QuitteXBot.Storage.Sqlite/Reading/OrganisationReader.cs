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

    public static List<Organisation> Find(Database database, ImmutableArray<string> ids, CancellationToken cancellationToken)
    {
        var found = new List<Organisation>(ids.Length);
        foreach (var id in ids.Order(StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Find(database, id) is { } organisation)
                found.Add(organisation);
        }

        return found;
    }

    public static IEnumerable<Organisation> All(Database database)
    {
        using var rows = database.Query($"SELECT {Columns} FROM organisations o WHERE {WithRecords} ORDER BY o.id");
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
