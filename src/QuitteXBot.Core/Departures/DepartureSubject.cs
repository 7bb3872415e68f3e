using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Core.Departures;

/// <summary>Who leaves, as one key: an organisation's id, or <c>person:</c> and the slug of a person's name.</summary>
public static class DepartureSubject
{
    /// <exception cref="ArgumentException">The report names neither.</exception>
    public static string Of(DepartureReport report) =>
        report.Person is { } person ? OfPerson(person)
        : report.OrganisationId ?? throw new ArgumentException($"The report {report.Id} does not say who leaves.", nameof(report));

    private static string OfPerson(string name) => "person:" + (Slug.Of(name) is { Length: > 0 } slug ? slug : name);
}
