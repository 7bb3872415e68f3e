using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Statements;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Reading;

namespace QuitteXBot.Storage.Sqlite.Moderation;

/// <summary>Finds published statements with nearly the same words.</summary>
internal static class NearDuplicates
{
    /// <summary>The part of the words that two quotes have in common, of both together or of the shorter one.</summary>
    private const double Alike = 0.6;

    /// <summary>Words that a quote must have before another that contains them counts as alike: "nous partons" is in many.</summary>
    private const int FewestContained = 4;

    /// <summary>Statements looked at, newest first.</summary>
    private const int Most = 20_000;

    private const int Shown = 3;

    public static List<CitedStatement> Find(Database database, string? organisationId, string quote, CancellationToken cancellationToken)
    {
        var words = Words(quote);
        var alike = new List<(string Id, double Likeness)>();
        using (var rows = Prepare(database, organisationId).Add((long)Most))
        {
            while (rows.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Likeness(words, Words(rows.Text(1))) is >= Alike and var likeness)
                    alike.Add((rows.Text(0), likeness));
            }
        }

        return [.. alike.OrderByDescending(item => item.Likeness).Take(Shown).Select(item => StatementReader.Find(database, item.Id)!)];
    }

    private static Command Prepare(Database database, string? organisationId) => organisationId is null
        ? database.Query("SELECT id, quote FROM statements WHERE status = 'published' ORDER BY number DESC LIMIT ?")
        : database.Query(
            $"""
            SELECT id, quote FROM statements WHERE organisation_id = {OrganisationReader.Merged} AND status = 'published' ORDER BY number DESC LIMIT ?
            """).Add(organisationId).Add(organisationId);

    private static double Likeness(HashSet<string> left, HashSet<string> right)
    {
        var shorter = Math.Min(left.Count, right.Count);
        if (shorter == 0)
            return 0;
        var common = left.Count(right.Contains);
        var likeness = (double)common / (left.Count + right.Count - common);
        return shorter < FewestContained ? likeness : Math.Max(likeness, (double)common / shorter);
    }

    private static HashSet<string> Words(string text) => [.. Slug.Of(text).Split('-', StringSplitOptions.RemoveEmptyEntries)];
}
