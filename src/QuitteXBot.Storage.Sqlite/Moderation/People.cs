using System.Security.Cryptography;
using QuitteXBot.Storage.Sqlite.Databases;

namespace QuitteXBot.Storage.Sqlite.Moderation;

/// <summary>The pseudonyms that stand in the log for people: <c>p-</c> and 12 random hexadecimal digits, which tell nothing without the table.</summary>
internal static class People
{
    private const string Prefix = "p-";
    private const int RandomBytes = 6;

    /// <summary>The pseudonym of the person (<c>platform:user</c>), a new one where there is none.</summary>
    public static string Require(Database database, string person)
    {
        if (Find(database, person) is { } known)
            return known;
        var pseudonym = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes));
        using var command = database.Query("INSERT INTO people (pseudonym, person) VALUES (?, ?)");
        command.Add(pseudonym).Add(person).Run();
        return pseudonym;
    }

    public static string? Find(Database database, string person)
    {
        using var rows = database.Query("SELECT pseudonym FROM people WHERE person = ?").Add(person);
        return rows.Read() ? rows.Text(0) : null;
    }

    /// <summary>Who an actor of the log is: the person, null where they were erased; what is no pseudonym (<c>seeds</c>) is itself.</summary>
    public static string? Behind(Database database, string? actor)
    {
        if (actor is null || !actor.StartsWith(Prefix, StringComparison.Ordinal))
            return actor;
        using var rows = database.Query("SELECT person FROM people WHERE pseudonym = ?").Add(actor);
        return rows.Read() ? rows.Text(0) : null;
    }
}
