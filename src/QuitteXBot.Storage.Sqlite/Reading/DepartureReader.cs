using System.Collections.Immutable;
using System.Globalization;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Databases;

namespace QuitteXBot.Storage.Sqlite.Reading;

internal static class DepartureReader
{
    public static Page<DepartureEntry> Find(Database database, DepartureQuery query, CancellationToken cancellationToken)
    {
        var filter = OfOrganisations(new Filter(), query, "d");
        OfDepartures(filter, query);
        if (query.Reason is { } reason)
            filter.Where("EXISTS (SELECT 1 FROM organisation_reasons q WHERE q.organisation_id = d.organisation_id AND q.reason = ?)", reason);
        if (!query.IncludePersons)
            filter.Where("d.organisation_id IS NOT NULL");

        var items = ImmutableArray.CreateBuilder<DepartureEntry>();
        foreach (var subject in Subjects(database, query, filter))
        {
            cancellationToken.ThrowIfCancellationRequested();
            items.Add(Entry(database, subject));
        }

        using var count = database.Query("SELECT count(*) FROM departures d " + filter.Sql);
        var total = filter.Bind(count).Read() ? count.Int(0) : 0;
        return new Page<DepartureEntry>(items.ToImmutable(), total, query.Offset);
    }

    /// <summary>
    /// Of the organisations that match, those without a reported departure included unless the query asks for its date or platforms:
    /// their own words say why they leave.
    /// </summary>
    public static List<ReasonCount> CountReasons(Database database, DepartureQuery query)
    {
        var filter = OfOrganisations(new Filter(), query, "o");
        var join = filter.Sql.Length > 0 ? "JOIN organisations o ON o.id = r.organisation_id " : "";
        var departures = OfDepartures(new Filter(), query);
        if (departures.Sql.Length > 0)
            filter.Where($"r.organisation_id IN (SELECT d.organisation_id FROM departures d {departures.Sql})", departures.Values);
        if (query.Reason is { } reason)
            filter.Where("EXISTS (SELECT 1 FROM organisation_reasons q WHERE q.organisation_id = r.organisation_id AND q.reason = ?)", reason);

        using var rows = database.Query(
            "SELECT r.reason, count(*), sum(r.statements) FROM organisation_reasons r " + join + filter.Sql + " GROUP BY r.reason ORDER BY 2 DESC, 3 DESC, 1");
        filter.Bind(rows);
        var counts = new List<ReasonCount>();
        while (rows.Read())
            counts.Add(new ReasonCount(rows.Text(0), rows.Int(1), rows.Int(2)));
        return counts;
    }

    /// <summary>What a list of departures shows of a subject: its latest departure or return. Null where it is only said to stay.</summary>
    public static Departure? Shown(IReadOnlyList<DepartureReport> reports) =>
        DepartureMerge.Of(reports).FirstOrDefault(departure => departure.Action != DepartureAction.Stays);

    private static List<string> Subjects(Database database, DepartureQuery query, Filter filter)
    {
        using var rows = database.Query(
            "SELECT d.subject FROM departures d " + filter.Sql + "ORDER BY d.date_key DESC, d.sort_name, d.subject" + Filter.Paged);
        filter.Bind(rows).Add(Math.Max(0, query.Limit)).Add(Math.Max(0, query.Offset));
        var subjects = new List<string>();
        while (rows.Read())
            subjects.Add(rows.Text(0));
        return subjects;
    }

    private static DepartureEntry Entry(Database database, string subject)
    {
        var departure = Shown(ReportReader.Of(database, subject))!;
        if (departure.Person is not null || departure.OrganisationId is null)
            return new DepartureEntry(null, departure, 0);
        using var count = database.Query(
            "SELECT count(*) FROM statements WHERE organisation_id = ? AND status = 'published' AND topic = 'why' AND heading = 0").Add(subject);
        return new DepartureEntry(OrganisationReader.Find(database, subject), departure, count.Read() ? count.Int(0) : 0);
    }

    private static Filter OfOrganisations(Filter filter, DepartureQuery query, string table) => filter
        .WhereEqual(table + ".kind", query.Kind?.Name())
        .WhereEqual(table + ".departement_code", query.DepartementCode)
        .WhereEqual(table + ".region_code", query.RegionCode)
        .WhereEqual(table + ".country", query.Country);

    private static Filter OfDepartures(Filter filter, DepartureQuery query)
    {
        if (query.From is { } from)
            filter.Where("d.last_day >= ?", Day(from));
        if (query.To is { } to)
            filter.Where("d.first_day <= ?", Day(to));
        if (query.Platform is { } platform)
            filter.Where("EXISTS (SELECT 1 FROM departure_platforms p WHERE p.subject = d.subject AND p.platform = ?)", platform);
        return filter;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
