using System.Collections.Immutable;
using System.Globalization;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Storage.Sqlite.Databases;

namespace QuitteXBot.Storage.Sqlite.Moderation;

/// <summary>Hands out what waits, channel by channel in order, and takes what became of it.</summary>
internal static class Outbox
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>The oldest of each channel or recipient, where it is due and the channel is not paused. A delayed one holds up those behind it.</summary>
    private const string Due =
        $"""
        SELECT o.number, o.operation, o.subscription IS NOT NULL, o.report, o.attempts, t.id, a.message, p.person, o.review, o.taken, {Subscriptions.Columns}
        FROM outbox o LEFT JOIN subscriptions s ON s.number = o.subscription
        LEFT JOIN people p ON p.pseudonym = o.recipient
        LEFT JOIN statements t ON t.number = o.statement
        LEFT JOIN announcements a ON a.subscription = o.subscription AND (a.statement = o.statement OR a.report = o.report)
        WHERE o.number IN (SELECT min(number) FROM outbox GROUP BY subscription, recipient)
          AND (o.due IS NULL OR o.due <= ?) AND s.fault IS NULL
        ORDER BY o.number
        """;

    /// <summary>Whether something is due that was never handed out: only then must the store be written to.</summary>
    public static (List<OutboxItem> Items, bool Fresh) Read(Database database, DateTimeOffset now, ImmutableArray<string> platforms)
    {
        var store = StoreId(database);
        var fresh = false;
        using var rows = database.Query(Due).Add(Moment(now));
        var items = new List<OutboxItem>();
        while (rows.Read())
        {
            var item = Map(database, rows, store);
            if (!platforms.Contains(item.Subscription?.Platform ?? item.Recipient![..item.Recipient!.IndexOf(':')]))
                continue;
            items.Add(item);
            fresh |= !rows.Bool(9);
        }

        return (items, fresh);
    }

    /// <summary>From now on what changes needs an edit behind these.</summary>
    public static List<OutboxItem> Take(Database database, DateTimeOffset now, ImmutableArray<string> platforms)
    {
        var (items, _) = Read(database, now, platforms);
        foreach (var item in items)
        {
            using var command = database.Query("UPDATE outbox SET taken = 1 WHERE number = ?");
            command.Add(item.Number).Run();
        }

        return items;
    }

    public static void Sent(Database database, long number, string? messageId)
    {
        if (messageId is not null)
        {
            using var told = database.Query(
                """
                INSERT OR REPLACE INTO announcements (subscription, statement, report, message)
                SELECT subscription, statement, report, ? FROM outbox WHERE number = ? AND operation = 'send'
                """);
            told.Add(messageId).Add(number).Run();
        }

        Drop(database, number, messageId is null);
    }

    public static void Delay(Database database, long number, DateTimeOffset due)
    {
        using var command = database.Query("UPDATE outbox SET due = ?, attempts = attempts + 1 WHERE number = ?");
        command.Add(Moment(due)).Add(number).Run();
    }

    public static void GiveUp(Database database, long number, string? fault)
    {
        if (fault is not null)
        {
            using (var pause = database.Query("UPDATE subscriptions SET fault = ? WHERE number = (SELECT subscription FROM outbox WHERE number = ?)"))
                pause.Add(fault).Add(number).Run();
            using var waiting = database.Query("DELETE FROM outbox WHERE subscription = (SELECT subscription FROM outbox WHERE number = ?)");
            waiting.Add(number).Run();
        }

        Drop(database, number, neverSent: true);
    }

    /// <param name="neverSent">A message that was never sent needs no edits, which may wait behind it.</param>
    private static void Drop(Database database, long number, bool neverSent)
    {
        if (neverSent)
        {
            using var edits = database.Query(
                """
                DELETE FROM outbox WHERE number IN (
                  SELECT e.number FROM outbox s JOIN outbox e ON e.subscription = s.subscription AND (e.statement = s.statement OR e.report = s.report)
                  WHERE s.number = ? AND s.operation = 'send' AND e.operation = 'edit')
                """);
            edits.Add(number).Run();
        }

        using var command = database.Query("DELETE FROM outbox WHERE number = ?");
        command.Add(number).Run();
    }

    private static OutboxItem Map(Database database, Command rows, string store) => new(
        rows.Long(0), store + Base36(rows.Long(0)), Spelling.Operation(rows.Text(1)), rows.Bool(2) ? Subscriptions.Map(rows, 10) : null,
        rows.TextOrNull(5), rows.TextOrNull(3), rows.TextOrNull(6), rows.TextOrNull(7),
        rows.IsNull(8) ? null : ReviewReader.Find(database, rows.Long(8)), rows.Int(4));

    /// <summary>12 characters: with a number of 13 at most a key has the 25 that Discord allows a nonce.</summary>
    private static string StoreId(Database database)
    {
        using var rows = database.Query("SELECT value FROM meta WHERE name = 'store'");
        return rows.Read() ? rows.Text(0) : throw new InvalidOperationException("The store has no name.");
    }

    private static string Base36(long number)
    {
        var text = "";
        for (; number > 0; number /= Digits.Length)
            text = Digits[(int)(number % Digits.Length)] + text;
        return text;
    }

    private static string Moment(DateTimeOffset at) => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
