using System.Globalization;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Sources;
using QuitteXBot.Storage.Sqlite.Databases;

namespace QuitteXBot.Storage.Sqlite.Moderation;

/// <summary>Which change a request led to, so that it leads to one only.</summary>
internal static class Requests
{
    /// <summary>Nobody asks again after so long.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public static ChangeReceipt? Find(Database database, string? key)
    {
        if (key is null)
            return null;
        using var rows = database.Query("SELECT change, review FROM requests WHERE key = ?").Add(TextHash.Of(key));
        return rows.Read() ? new ChangeReceipt(rows.Long(0), rows.IsNull(1) ? null : rows.Long(1)) : null;
    }

    public static void Keep(Database database, string? key, ChangeReceipt receipt, DateTimeOffset now)
    {
        if (key is null)
            return;
        using (var old = database.Query("DELETE FROM requests WHERE at < ?"))
            old.Add(Day(now - Kept)).Run();
        using var insert = database.Query("INSERT INTO requests (key, change, review, at) VALUES (?, ?, ?, ?)");
        insert.Add(TextHash.Of(key)).Add(receipt.Number).Add(receipt.Review).Add(Day(now)).Run();
    }

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
