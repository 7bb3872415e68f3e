using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Writing;

namespace QuitteXBot.Storage.Sqlite.Moderation;

/// <summary>The channels that are told what is published: one subscription a channel.</summary>
internal static class Subscriptions
{
    /// <summary>What <see cref="Map"/> reads, of <c>subscriptions s</c>.</summary>
    public const string Columns =
        "s.number, s.platform, s.channel, s.language, s.kind, s.departement_code, s.region_code, s.reason, s.as_text, s.fault";

    public static Subscription Put(Database database, DateTimeOffset now, Subscription subscription, string person)
    {
        var log = new RevisionLog(database, People.Require(database, person), now);
        var before = Find(database, subscription.Platform, subscription.Channel);
        using (var command = database.Query(
            """
            INSERT INTO subscriptions (platform, channel, language, kind, departement_code, region_code, reason, as_text) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (platform, channel) DO UPDATE SET language = excluded.language, kind = excluded.kind,
              departement_code = excluded.departement_code, region_code = excluded.region_code, reason = excluded.reason, as_text = excluded.as_text,
              fault = NULL
            """))
        {
            command.Add(subscription.Platform).Add(subscription.Channel).Add(subscription.Language).Add(subscription.Kind?.Name())
                .Add(subscription.DepartementCode).Add(subscription.RegionCode).Add(subscription.Reason).Add(subscription.AsText).Run();
        }

        var after = Find(database, subscription.Platform, subscription.Channel)!;
        log.Append(
            "subscription", Id(after), before is null ? "added" : "changed", before is null ? null : Row(before, false), Row(after, false),
            RevisionRows.Default.SubscriptionRow);
        return after;
    }

    public static bool Remove(Database database, DateTimeOffset now, string platform, string channel, string person)
    {
        if (Find(database, platform, channel) is not { } before)
            return false;
        var log = new RevisionLog(database, People.Require(database, person), now);
        using (var command = database.Query("DELETE FROM subscriptions WHERE number = ?"))
            command.Add(before.Number).Run();
        log.Append("subscription", Id(before), "withdrawn", Row(before, false), Row(before, true), RevisionRows.Default.SubscriptionRow);
        return true;
    }

    public static List<Subscription> All(Database database)
    {
        using var rows = database.Query($"SELECT {Columns} FROM subscriptions s ORDER BY s.number");
        var subscriptions = new List<Subscription>();
        while (rows.Read())
            subscriptions.Add(Map(rows, 0));
        return subscriptions;
    }

    /// <param name="first">The column where <see cref="Columns"/> begin.</param>
    public static Subscription Map(Command rows, int first) => new(
        rows.Long(first), rows.Text(first + 1), rows.Text(first + 2), rows.Text(first + 3),
        OrganisationKinds.TryParse(rows.TextOrNull(first + 4), out var kind) ? kind : null,
        rows.TextOrNull(first + 5), rows.TextOrNull(first + 6), rows.TextOrNull(first + 7), rows.Bool(first + 8), rows.TextOrNull(first + 9));

    private static Subscription? Find(Database database, string platform, string channel)
    {
        using var rows = database.Query($"SELECT {Columns} FROM subscriptions s WHERE s.platform = ? AND s.channel = ?").Add(platform).Add(channel);
        return rows.Read() ? Map(rows, 0) : null;
    }

    private static string Id(Subscription subscription) => $"subscription:{subscription.Number}";

    private static SubscriptionRow Row(Subscription subscription, bool ended) => new(
        subscription.Platform, subscription.Channel, subscription.Language, subscription.Kind?.Name(), subscription.DepartementCode,
        subscription.RegionCode, subscription.Reason, subscription.AsText, ended);
}
