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

    public StoredOrganisation? Find(string id)
    {
        using var rows = session.Database.Query(
            $"SELECT {OrganisationReader.Columns}, o.merged_into, o.withdrawn, o.edited_by FROM organisations o WHERE o.id = ?").Add(id);
        const int Next = OrganisationReader.ColumnCount;
        return rows.Read()
            ? new StoredOrganisation(OrganisationReader.Map(rows), rows.TextOrNull(Next), rows.Bool(Next + 1), rows.TextOrNull(Next + 2))
            : null;
    }

    /// <summary>Those that were merged into the organisation.</summary>
    public List<StoredOrganisation> MergedInto(string id)
    {
        var ids = new List<string>();
        using (var rows = session.Database.Query("SELECT id FROM organisations WHERE merged_into = ? ORDER BY id").Add(id))
        {
            while (rows.Read())
                ids.Add(rows.Text(0));
        }

        return [.. ids.Select(merged => Find(merged)!)];
    }

    public void Put(StoredOrganisation? before, StoredOrganisation after)
    {
        var organisation = after.Organisation;
        using (var command = session.Database.Query(
            """
            INSERT INTO organisations (id, kind, name, short_name, code, country, departement_code, region_code, population, aliases,
              merged_into, withdrawn, edited_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, short_name = excluded.short_name, code = excluded.code,
              country = excluded.country, departement_code = excluded.departement_code, region_code = excluded.region_code,
              population = excluded.population, aliases = excluded.aliases, merged_into = excluded.merged_into, withdrawn = excluded.withdrawn,
              edited_by = excluded.edited_by
            """))
        {
            command.Add(organisation.Id).Add(organisation.Kind.Name()).Add(organisation.Name).Add(organisation.ShortName).Add(organisation.Code)
                .Add(organisation.Country).Add(organisation.DepartementCode).Add(organisation.RegionCode).Add(organisation.Population)
                .Add(JsonList.Write(organisation.Aliases)).Add(after.MergedInto).Add(after.Withdrawn).Add(after.EditedBy).Run();
        }

        session.TouchedOrganisations.Add(organisation.Id);
        session.TouchedSubjects.Add(organisation.Id);
        session.Record(
            "organisation", organisation.Id, before is null ? null : (OrganisationRow.Of(before), before.Withdrawn),
            (OrganisationRow.Of(after), after.Withdrawn), RevisionRows.Default.OrganisationRow);
    }

    private void Write(Organisation organisation)
    {
        var stored = Find(organisation.Id);
        if (stored is { EditedBy: not null } or { MergedInto: not null } || (stored is { Withdrawn: false } && stored.Is(organisation)))
            session.CountUnchanged();
        else
            Put(stored, new StoredOrganisation(organisation));
    }
}

/// <param name="MergedInto">The organisation that has all that was recorded of it.</param>
/// <param name="EditedBy">As in <see cref="StoredStatement"/>.</param>
internal sealed record StoredOrganisation(Organisation Organisation, string? MergedInto = null, bool Withdrawn = false, string? EditedBy = null)
{
    /// <summary>Whether the organisation is the same, list by list.</summary>
    public bool Is(Organisation other) =>
        Organisation.Aliases.SequenceEqual(other.Aliases) && Organisation with { Aliases = other.Aliases } == other;
}
