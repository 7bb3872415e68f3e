using QuitteXBot.Core.Moderation;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Writing;

namespace QuitteXBot.Storage.Sqlite.Moderation;

/// <summary>Forgets a person: see <see cref="IModerationStore.EraseAsync"/>. SQLite overwrites what is deleted (secure_delete).</summary>
internal static class Eraser
{
    public static bool Erase(Database database, DateTimeOffset now, string person)
    {
        if (People.Find(database, person) is not { } pseudonym)
            return false;

        // Logged under the pseudonym, while it lasts: it is that person who takes them back.
        var reviews = new ReviewWriter(database, new RevisionLog(database, pseudonym, now), now, pseudonym);
        foreach (var open in Open(database, pseudonym))
            reviews.Set(open, ReviewStatus.Rejected, null);
        using (var texts = database.Query(
            "UPDATE reviews SET text = '', url = NULL, draft = NULL, salt = '' WHERE author = ? AND kind <> 'approval'"))
            texts.Add(pseudonym).Run();
        using var people = database.Query("DELETE FROM people WHERE pseudonym = ?");
        people.Add(pseudonym).Run();
        return true;
    }

    /// <summary>What a member submitted and nobody decided; a statement that waits for approval goes on without its author's name.</summary>
    private static List<long> Open(Database database, string pseudonym)
    {
        using var rows = database.Query("SELECT number FROM reviews WHERE author = ? AND status = 'open' AND kind <> 'approval' ORDER BY number").Add(pseudonym);
        var numbers = new List<long>();
        while (rows.Read())
            numbers.Add(rows.Long(0));
        return numbers;
    }
}
