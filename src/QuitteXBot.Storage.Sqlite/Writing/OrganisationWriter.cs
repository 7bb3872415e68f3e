using System.Collections.Immutable;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Storage.Sqlite.Reading;

namespace QuitteXBot.Storage.Sqlite.Writing;

internal sealed class OrganisationWriter(IngestSession session)
{
    private readonly HashSet<string> _known = [];

    public void Write(ImmutableArray<Organisation> organisations)
    {
        foreach (var organisation in organisations.DistinctBy(organisation => organisation.Id))
        {
            session.CancellationToken.ThrowIfCancellationRequested();
            _known.Add(organisation.Id);
            Write(organisation with { Aliases = IngestSession.OrEmpty(organisation.Aliases) });
        }
    }

    /// <exception cref="ArgumentException">The organisation is neither in the batch nor in the store.</exception>
    public void Require(string? id, string referrer)
    {
        if (id is null || _known.Contains(id))
            return;
        if (OrganisationReader.Find(session.Database, id) is null)
            throw new ArgumentException($"The {referrer} refers to the organisation {id}, which is neither in the batch nor in the store.");
        _known.Add(id);
    }

    private void Write(Organisation organisation)
    {
        var (stored, edited) = Find(organisation.Id);
        if (edited || (stored is not null && Same(stored, organisation)))
        {
            session.CountUnchanged();
            return;
        }

        using (var command = session.Database.Query(
            """
            INSERT INTO organisations (id, kind, name, short_name, code, country, departement_code, region_code, population, aliases)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, short_name = excluded.short_name, code = excluded.code,
              country = excluded.country, departement_code = excluded.departement_code, region_code = excluded.region_code,
              population = excluded.population, aliases = excluded.aliases
            """))
        {
            command.Add(organisation.Id).Add(organisation.Kind.Name()).Add(organisation.Name).Add(organisation.ShortName).Add(organisation.Code)
                .Add(organisation.Country).Add(organisation.DepartementCode).Add(organisation.RegionCode).Add(organisation.Population)
                .Add(JsonList.Write(organisation.Aliases)).Run();
        }

        session.TouchedOrganisations.Add(organisation.Id);
        session.TouchedSubjects.Add(organisation.Id);
        session.Record(
            "organisation", organisation.Id, stored is null ? null : (OrganisationRow.Of(stored), false), (OrganisationRow.Of(organisation), false),
            RevisionRows.Default.OrganisationRow);
    }

    private (Organisation? Organisation, bool Edited) Find(string id)
    {
        using var rows = session.Database.Query($"SELECT {OrganisationReader.Columns}, o.edited_by FROM organisations o WHERE o.id = ?").Add(id);
        return rows.Read() ? (OrganisationReader.Map(rows), !rows.IsNull(OrganisationReader.ColumnCount)) : (null, false);
    }

    private static bool Same(Organisation left, Organisation right) =>
        left.Aliases.SequenceEqual(right.Aliases) && left with { Aliases = right.Aliases } == right;
}
