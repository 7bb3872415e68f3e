using System.Globalization;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Reading;

namespace QuitteXBot.Storage.Sqlite.Writing;

/// <summary>Makes the derived rows of those whom a change touched anew, within the same transaction.</summary>
internal static class DerivedTables
{
    public static void Refresh(IngestSession session)
    {
        foreach (var organisation in session.TouchedOrganisations)
            RefreshReasons(session.Database, organisation);
        foreach (var subject in session.TouchedSubjects)
            RefreshDeparture(session.Database, subject);
    }

    private static void RefreshReasons(Database database, string organisation)
    {
        using (var delete = database.Query("DELETE FROM organisation_reasons WHERE organisation_id = ?"))
            delete.Add(organisation).Run();
        using var insert = database.Query(
            """
            INSERT INTO organisation_reasons (organisation_id, reason, statements)
            SELECT s.organisation_id, r.value, count(*)
            FROM statements s, json_each(s.reasons) r
            WHERE s.organisation_id = ? AND s.status = 'published' AND s.topic = 'why' AND s.heading = 0
            GROUP BY r.value
            """);
        insert.Add(organisation).Run();
    }

    private static void RefreshDeparture(Database database, string subject)
    {
        using (var delete = database.Query("DELETE FROM departures WHERE subject = ?"))
            delete.Add(subject).Run();
        if (OrganisationReader.IsMerged(database, subject) || DepartureReader.Shown(ReportReader.Of(database, subject)) is not { } departure)
            return;

        var organisation = departure.OrganisationId is { } id ? OrganisationReader.Find(database, id) : null;
        using (var insert = database.Query(
            """
            INSERT INTO departures (subject, organisation_id, kind, departement_code, region_code, country, date_key, first_day, last_day, sort_name)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """))
        {
            insert.Add(subject).Add(organisation?.Id).Add(organisation?.Kind.Name()).Add(organisation?.DepartementCode).Add(organisation?.RegionCode)
                .Add(organisation?.Country).Add(SortKey(departure.Date)).Add(Day(departure.Date?.First)).Add(Day(departure.Date?.Last))
                .Add(Slug.Of(organisation?.Name ?? departure.Person ?? "")).Run();
        }

        using var platform = database.Query("INSERT OR IGNORE INTO departure_platforms (subject, platform) VALUES (?, ?)");
        foreach (var fact in departure.PlatformsKept.Concat(departure.PlatformsJoined))
            platform.Add(subject).Add(fact.Value).Run();
    }

    /// <summary>Sorts as dates do: by first day, the more precise first.</summary>
    private static string? SortKey(PartialDate? date) => date switch
    {
        null => null,
        { Month: null } => Day(date.Value.First) + 'c',
        { Day: null } => Day(date.Value.First) + 'b',
        _ => Day(date.Value.First) + 'a',
    };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
