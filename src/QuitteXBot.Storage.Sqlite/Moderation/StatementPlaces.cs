using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Storage.Sqlite.Databases;
using QuitteXBot.Storage.Sqlite.Writing;

namespace QuitteXBot.Storage.Sqlite.Moderation;

/// <summary>Finds the text that a statement stands in: of all that its source ever had, the one that it was read in, else the newest that has it.</summary>
internal sealed class StatementPlaces(Database database)
{
    /// <param name="preferred">The number of the text that it was read in.</param>
    /// <exception cref="ArgumentException">No text of the source has the quote at its place, or the statement contradicts itself.</exception>
    public long TextOf(Statement statement, long? preferred, StatementWriter writer)
    {
        var quote = statement.Quote;
        var newest = "";
        using var rows = database.Query(
            """
            SELECT t.number, t.text FROM source_texts t JOIN sources s ON s.id = t.source_id
            WHERE t.source_id = ? ORDER BY t.number = ? DESC, t.number = s.text_number DESC, t.number DESC
            """).Add(quote.SourceId).Add(preferred ?? 0);
        while (rows.Read())
        {
            var text = rows.Text(1);
            var ruler = new TextRuler(text);
            if (HasAround(quote, ruler))
            {
                writer.Require(statement, ruler);
                return rows.Long(0);
            }

            newest = newest.Length == 0 ? text : newest;
        }

        writer.Require(statement, new TextRuler(newest));
        throw new ArgumentException($"What the statement {statement.Id} has before or behind its quote is not what stands there in {quote.SourceId}.");
    }

    private static bool HasAround(Quote quote, TextRuler text) =>
        text.Slice(quote.Start, quote.End).SequenceEqual(quote.Text)
        && text.Slice(quote.Start - Length(quote.Prefix), quote.Start).SequenceEqual(quote.Prefix)
        && text.Slice(quote.End, quote.End + Length(quote.Suffix)).SequenceEqual(quote.Suffix);

    private static int Length(string text) => CodePoints.FromUtf16(text, text.Length);
}
