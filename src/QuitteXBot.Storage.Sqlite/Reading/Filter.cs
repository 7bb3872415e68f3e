using System.Text;
using QuitteXBot.Storage.Sqlite.Databases;

namespace QuitteXBot.Storage.Sqlite.Reading;

/// <summary>Conditions of a query, joined by "and", with the values of their question marks. Only constant SQL comes in; values go by parameter.</summary>
internal sealed class Filter
{
    /// <summary>
    /// The end of a query for one page: limit and offset. SQLite plans for a limit that is a bare parameter by its value, and so compiles the command
    /// anew at each use, which takes longer than to run it; a sum it leaves alone.
    /// </summary>
    public const string Paged = " LIMIT ? + 0 OFFSET ? + 0";

    private readonly StringBuilder _sql = new();
    private readonly List<string> _values = [];

    /// <summary>The conditions with their WHERE, or nothing.</summary>
    public string Sql => _sql.ToString();

    public ReadOnlySpan<string> Values => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_values);

    public Filter Where(string condition, params ReadOnlySpan<string> values)
    {
        _sql.Append(_sql.Length == 0 ? "WHERE " : " AND ").Append(condition).Append('\n');
        _values.AddRange(values);
        return this;
    }

    public Filter WhereEqual(string column, string? value) => value is null ? this : Where(column + " = ?", value);

    /// <summary>Any of the values; an empty list means no condition.</summary>
    public Filter WhereIn(string column, params ReadOnlySpan<string> values)
    {
        if (values.IsEmpty)
            return this;
        if (values.Length == 1)
            return WhereEqual(column, values[0]);
        var marks = new StringBuilder("?", 2 * values.Length);
        for (var index = 1; index < values.Length; index++)
            marks.Append(",?");
        return Where($"{column} IN ({marks})", values);
    }

    public Command Bind(Command command)
    {
        foreach (var value in _values)
            command.Add(value);
        return command;
    }
}
