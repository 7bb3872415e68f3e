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

            Put(stored, person);
        }
    }

    /// <summary>Has everybody who is of the one organisation be of the other.</summary>
    public void Move(string from, string into)
    {
        var persons = new List<Person>();
        using (var rows = session.Database.Query("SELECT id, name, role, organisation_id FROM persons WHERE organisation_id = ? ORDER BY id").Add(from))
        {
            while (rows.Read())
                persons.Add(new Person(rows.Text(0), rows.Text(1), rows.TextOrNull(2), rows.TextOrNull(3)));
        }

        foreach (var person in persons)
            Put(person, person with { OrganisationId = into });
    }

    public void Put(Person? before, Person after)
    {
        using var command = session.Database.Query(
            """
            INSERT INTO persons (id, name, role, organisation_id) VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, organisation_id = excluded.organisation_id
            """);
        command.Add(after.Id).Add(after.Name).Add(after.Role).Add(after.OrganisationId).Run();
        session.Record("person", after.Id, before is null ? null : (before, false), (after, false), RevisionRows.Default.Person);
    }

    public (Person? Person, bool Edited) Find(string id)
    {
        using var rows = session.Database.Query("SELECT name, role, organisation_id, edited_by FROM persons WHERE id = ?").Add(id);
        return rows.Read() ? (new Person(id, rows.Text(0), rows.TextOrNull(1), rows.TextOrNull(2)), !rows.IsNull(3)) : (null, false);
    }
}
