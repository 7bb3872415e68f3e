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
        var alike = new List<(string Id, double Likeness, double Common)>();
        using (var rows = Prepare(database, organisationId).Add((long)Most))
        {
            while (rows.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                var (likeness, common) = Compare(words, Words(rows.Text(1)));
                if (likeness >= Alike)
                    alike.Add((rows.Text(0), likeness, common));
            }
        }

        return [.. alike.OrderByDescending(item => item.Likeness).ThenByDescending(item => item.Common).Take(Shown).Select(item => StatementReader.Find(database, item.Id)!)];
    }

    private static Command Prepare(Database database, string? organisationId) => organisationId is null
        ? database.Query("SELECT id, quote FROM statements WHERE status = 'published' ORDER BY number DESC LIMIT ? + 0")
        : database.Query(
            $"""
            SELECT id, quote FROM statements WHERE organisation_id = {OrganisationReader.Merged} AND status = 'published' ORDER BY number DESC LIMIT ? + 0
            """).Add(organisationId).Add(organisationId);

    /// <returns>The likeness, and the part of the words of both together that they have in common.</returns>
    private static (double Likeness, double Common) Compare(HashSet<string> left, HashSet<string> right)
    {
        var shorter = Math.Min(left.Count, right.Count);
        if (shorter == 0)
            return (0, 0);
        var shared = left.Count(right.Contains);
        var common = (double)shared / (left.Count + right.Count - shared);
        return (shorter < FewestContained ? common : Math.Max(common, (double)shared / shorter), common);
    }

    private static HashSet<string> Words(string text) => [.. Slug.Of(text).Split('-', StringSplitOptions.RemoveEmptyEntries)];
}
