using System.Globalization;
using System.Security.Cryptography;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Sources;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Writing;

namespace QuitteXBot.Storage.Sqlite.Moderation;

/// <summary>Puts items into the review queue and settles them.</summary>
internal sealed class ReviewWriter(Database database, RevisionLog log, DateTimeOffset now, string actor)
{
    /// <summary>Bytes of salt: with them in the hash, the log tells nothing of a text that was erased, however short it was.</summary>
    private const int SaltBytes = 16;

    /// <returns>The item's number.</returns>
    public long Add(NewReview content)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes));
        using (var command = database.Query(
            """
            INSERT INTO reviews (kind, text, url, statement_id, statement, organisation_id, draft, language, salt, at, author, status)
            VALUES (?, ?, ?, ?, (SELECT number FROM statements WHERE id = ?), ?, ?, ?, ?, ?, ?, 'open')
            """))
        {
            command.Add(Spelling.Of(content.Kind)).Add(content.Text).Add(content.Url).Add(content.StatementId).Add(content.StatementId)
                .Add(content.OrganisationId).Add(content.Draft).Add(content.Language).Add(salt)
                .Add(now.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)).Add(actor).Run();
        }

        var number = database.LastNumber;
        Log("added", number, null, ReviewStatus.Open, null);
        return number;
    }

    public Error? Decide(ReviewDecision decision)
    {
        var id = decision.Number.ToString(CultureInfo.InvariantCulture);
        if (Find(decision.Number) is not { } review)
            return Versions.NotFound(id) with { Message = $"There is no item {id} in the review queue." };
        if (review.Status != ReviewStatus.Open)
            return new Error("already-decided", $"The item {id} of the review queue was decided before.", id);
        if (review.Kind == ReviewKind.Approval && decision.Accepted && review.Author == actor)
            return new Error("own-work", $"The item {id} of the review queue is your own: another moderator must approve it.", id);
        Set(decision.Number, decision.Accepted ? ReviewStatus.Accepted : ReviewStatus.Rejected, decision.Reason);
        return null;
    }

    /// <summary>Settles the item, or opens it again; the author is told of what was decided.</summary>
    public void Set(long number, ReviewStatus status, string? reason)
    {
        var before = Row(number)!;
        using (var command = database.Query("UPDATE reviews SET status = ?, decided_by = ?, reason = ? WHERE number = ?"))
            command.Add(Spelling.Of(status)).Add(status == ReviewStatus.Open ? null : actor).Add(reason).Add(number).Run();
        using (var drop = database.Query("DELETE FROM outbox WHERE review = ? AND taken = 0"))
            drop.Add(number).Run();
        if (status != ReviewStatus.Open)
        {
            using var notice = database.Query(
                """
                INSERT INTO outbox (operation, review, recipient)
                SELECT 'notice', r.number, r.author FROM reviews r JOIN people p ON p.pseudonym = r.author WHERE r.number = ? AND r.author <> ?
                """);
            notice.Add(number).Add(actor).Run();
        }

        Log("changed", number, before, status, reason);
    }

    private (ReviewKind Kind, ReviewStatus Status, string Author)? Find(long number)
    {
        using var rows = database.Query("SELECT kind, status, author FROM reviews WHERE number = ?").Add(number);
        return rows.Read() ? (Spelling.Kind(rows.Text(0)), Spelling.Decision(rows.Text(1)), rows.Text(2)) : null;
    }

    private void Log(string action, long number, ReviewRow? before, ReviewStatus status, string? reason) => log.Append(
        "review", Id(number), action, before, (before ?? Row(number)!) with { Status = Spelling.Of(status), Reason = reason }, RevisionRows.Default.ReviewRow);

    private static string Id(long number) => $"review:{number}";

    private ReviewRow? Row(long number)
    {
        using var rows = database.Query(
            "SELECT kind, text, url, draft, salt, statement_id, organisation_id, language, status, reason FROM reviews WHERE number = ?").Add(number);
        return rows.Read()
            ? new ReviewRow(
                rows.Text(0), TextHash.Of(string.Join('\n', rows.Text(4), rows.Text(1), rows.TextOrNull(2), rows.TextOrNull(3))),
                rows.TextOrNull(5), rows.TextOrNull(6), rows.Text(7), rows.Text(8), rows.TextOrNull(9))
            : null;
    }
}
