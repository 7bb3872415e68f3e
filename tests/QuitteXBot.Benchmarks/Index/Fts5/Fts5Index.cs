using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using Microsoft.Data.Sqlite;
using QuitteXBot.Core;
using QuitteXBot.Core.Searching;
using QuitteXBot.Search.Analysis;
using QuitteXBot.Search.Embedded.Querying;

namespace QuitteXBot.Benchmarks.Index.Fts5;

internal sealed class Fts5Index : ISearchIndex
{
    private readonly SqliteConnection connection;
    private readonly Vocabulary vocabulary;
    private readonly List<(string Word, byte[] Bytes, uint Signature)> words = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public Fts5Index(string path, Catalogue catalogue)
    {
        vocabulary = Vocabulary.From(catalogue);
        connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA mmap_size=1000000000";
        command.ExecuteNonQuery();
        command.CommandText = "SELECT count(*) FROM documents";
        DocumentCount = Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        command.CommandText = "SELECT word FROM words";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var word = reader.GetString(0);
            words.Add((word, Encoding.UTF8.GetBytes(word), WordSignature.Of(word)));
            known.Add(word);
        }
    }

    public int DocumentCount { get; }

    public SearchResult Search(SearchQuery query)
    {
        var match = Match(query);
        if (match.Length == 0)
            return SearchResult.Empty;
        using var command = connection.CreateCommand();
        var from = "FROM texts JOIN documents ON documents.number = texts.rowid WHERE texts MATCH $match AND ($kind IS NULL OR documents.kind = $kind)"
            + (query.OrganisationId is null ? "" : " AND documents.organisation = $organisation")
            + (query.Reason is null ? "" : " AND EXISTS (SELECT 1 FROM reasons WHERE reasons.reason = $reason AND reasons.number = texts.rowid)");
        command.Parameters.AddWithValue("$match", match);
        command.Parameters.AddWithValue("$kind", query.Kind is null ? DBNull.Value : (int)query.Kind);
        command.Parameters.AddWithValue("$organisation", (object?)query.OrganisationId ?? DBNull.Value);
        command.Parameters.AddWithValue("$reason", (object?)query.Reason ?? DBNull.Value);
        command.CommandText = "SELECT count(*) " + from;
        var total = Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        command.CommandText = "SELECT documents.id, documents.kind, bm25(texts, 1.0, 0.35, 2.0, 0.25, 0.5) AS score " + from + " ORDER BY score LIMIT $limit OFFSET $offset";
        command.Parameters.AddWithValue("$limit", query.Limit);
        command.Parameters.AddWithValue("$offset", query.Offset);
        var hits = ImmutableArray.CreateBuilder<SearchHit>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
            hits.Add(new SearchHit((DocumentKind)reader.GetInt32(1), reader.GetString(0), -reader.GetDouble(2)));
        return new SearchResult(hits.ToImmutable(), total, []);
    }

    public void Dispose() => connection.Dispose();

    private string Match(SearchQuery query)
    {
        var parsed = QueryParser.Parse(query.Text);
        var concepts = new ConceptMatches(vocabulary, parsed);
        var groups = new List<string>();
        for (var i = 0; i < parsed.Count; i++)
        {
            var word = parsed[i];
            if (word.Phrase != 0)
            {
                if (i == 0 || parsed[i - 1].Phrase != word.Phrase)
                    groups.Add("{text title} : \"" + string.Join(' ', parsed.Where(other => other.Phrase == word.Phrase).Select(other => other.Stem)) + "\"");
                continue;
            }

            if (word.Weight != WordWeight.Content)
                continue;
            var isPrefix = query.PrefixLast && i == parsed.Count - 1;
            if (!isPrefix && concepts.Of(i).Count == 0 && !known.Contains(word.Text) && Correct(word.Text) is { } near)
                word = QueryWord.Of(word.Typed, near, word.Position, 0);
            var group = isPrefix ? $"\"{word.Text}\" *" : $"{{text title}} : \"{word.Stem}\" OR {{names outlet}} : \"{word.Text}\"";
            foreach (var concept in concepts.Of(i))
                group += $" OR concepts : \"{Fts5Text.Concept(concept.Concept)}\"";
            groups.Add($"({group})");
        }

        return string.Join(" AND ", groups);
    }

    /// <summary>As the embedded engine corrects: FTS5 itself knows no typing errors.</summary>
    private string? Correct(string typed)
    {
        if (typed.Length is < 5 or > 60)
            return null;
        var allowed = typed.Length >= 9 ? 2 : 1;
        var bytes = Encoding.UTF8.GetBytes(typed);
        var signature = WordSignature.Of(typed);
        var errors = new TypingErrors(bytes, stackalloc ulong[TypingErrors.Rows]);
        string? best = null;
        var least = allowed + 1;
        foreach (var (word, encoded, other) in words)
        {
            if (BitOperations.PopCount(other ^ signature) > allowed * 2 || Math.Abs(encoded.Length - bytes.Length) > allowed)
                continue;
            var count = errors.CountTo(encoded);
            if (count >= least)
                continue;
            (best, least) = (word, count);
        }

        return best;
    }
}
