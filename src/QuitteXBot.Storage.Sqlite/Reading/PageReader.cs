using System.Collections.Immutable;
using System.Globalization;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Storage.Sqlite.Databases;

namespace QuitteXBot.Storage.Sqlite.Reading;

/// <summary>What is wrong with the page that a source was read on.</summary>
internal static class PageReader
{
    /// <summary>Joins <c>page_checks p</c>; the column that has the source's id follows.</summary>
    public const string Join = "LEFT JOIN page_checks p ON p.state <> 'present' AND p.source_id =";

    /// <summary>Reads <c>p.state, p.since</c>.</summary>
    public static PageCheck? Map(Command rows, int column) => rows.IsNull(column) ? null : Check(rows, column);

    public static ImmutableSortedDictionary<string, PageCheck> All(Database database)
    {
        using var rows = database.Query("SELECT source_id, state, since FROM page_checks");
        var pages = ImmutableSortedDictionary.CreateBuilder<string, PageCheck>(StringComparer.Ordinal);
        while (rows.Read())
            pages.Add(rows.Text(0), Check(rows, 1));
        return pages.ToImmutable();
    }

    private static PageCheck Check(Command rows, int column) =>
        new(Spelling.State(rows.Text(column)), DateOnly.ParseExact(rows.Text(column + 1), "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
