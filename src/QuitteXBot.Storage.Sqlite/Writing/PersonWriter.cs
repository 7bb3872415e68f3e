using System.Collections.Immutable;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Storage.Sqlite.Writing;

internal sealed class PersonWriter(IngestSession session, OrganisationWriter organisations)
{
    public void Write(ImmutableArray<Person> persons)
    {
        foreach (var person in persons.DistinctBy(person => person.Id))
        {
            session.CancellationToken.ThrowIfCancellationRequested();
            organisations.Require(person.OrganisationId, $"person {person.Id}");
            var (stored, edited) = Find(person.Id);
            if (edited || stored == person)
            {
                session.CountUnchanged();
                continue;
            }

            using var command = session.Database.Query(
                """
                INSERT INTO persons (id, name, role, organisation_id) VALUES (?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, organisation_id = excluded.organisation_id
                """);
            command.Add(person.Id).Add(person.Name).Add(person.Role).Add(person.OrganisationId).Run();
            session.Record("person", person.Id, stored is null ? null : (stored, false), (person, false), RevisionRows.Default.Person);
        }
    }

    private (Person? Person, bool Edited) Find(string id)
    {
        using var rows = session.Database.Query("SELECT name, role, organisation_id, edited_by FROM persons WHERE id = ?").Add(id);
        return rows.Read() ? (new Person(id, rows.Text(0), rows.TextOrNull(1), rows.TextOrNull(2)), !rows.IsNull(3)) : (null, false);
    }
}
