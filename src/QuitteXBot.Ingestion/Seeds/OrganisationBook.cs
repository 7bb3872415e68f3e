using System.Collections.Immutable;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Sources;

namespace QuitteXBot.Ingestion.Seeds;

/// <summary>The organisations and persons that the records of one reading refer to.</summary>
internal sealed class OrganisationBook(IOrganisationResolver names)
{
    private const int LongestSlug = 80;

    private readonly SortedDictionary<string, Organisation> organisations = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Person> persons = new(StringComparer.Ordinal);

    public ImmutableArray<Organisation> Organisations => [.. organisations.Values];

    public ImmutableArray<Person> Persons => [.. persons.Values];

    /// <summary>Notes that a record refers to the organisation.</summary>
    public string Refer(Organisation organisation)
    {
        organisations.TryAdd(organisation.Id, organisation);
        return organisation.Id;
    }

    /// <summary>As <see cref="Refer(Organisation)"/>, by id; null where the id is not known.</summary>
    public string? Refer(string? id) => id is null ? null : organisations.ContainsKey(id) ? id : names.Find(id) is { } organisation ? Refer(organisation) : null;

    /// <summary>An organisation that the gazetteer does not have, under its name in the source.</summary>
    public string Found(string name, OrganisationKind kind, string country) =>
        Refer(new Organisation { Id = $"{kind.Name()}-{ShortSlug(name)}", Kind = kind, Name = name, Country = country });

    public void Refer(string personName, string? role, string? organisationId)
    {
        var id = $"person-{ShortSlug(personName)}";
        var known = persons.GetValueOrDefault(id) ?? new Person(id, personName);
        persons[id] = known with { Role = known.Role ?? role, OrganisationId = known.OrganisationId ?? organisationId };
    }

    private static string ShortSlug(string name)
    {
        var slug = Slug.Of(name);
        if (slug.Length == 0)
            return TextHash.Of(name)[..12];
        return slug.Length <= LongestSlug ? slug : slug[..LongestSlug].TrimEnd('-');
    }
}
