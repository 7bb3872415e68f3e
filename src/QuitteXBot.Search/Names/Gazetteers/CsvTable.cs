using System.Globalization;
using CsvHelper;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Search.Names.Gazetteers;

/// <summary>Reads a CSV file row by row. Columns are found by their names in the first line, so more may stand there.</summary>
internal sealed class CsvTable
{
    private const int LongestRow = 16_384;

    private readonly CsvReader _reader;
    private readonly int[] _columns;
    private readonly string _name;

    private CsvTable(CsvReader reader, int[] columns, string name) => (_reader, _columns, _name) = (reader, columns, name);

    /// <summary>The field of the row in the column that was named in that place.</summary>
    public string this[int column] => _reader.GetString(_columns[column]);

    /// <summary>Calls <paramref name="read"/> for each row; what it returns is a problem of the row, which is noted and passed over.</summary>
    public static Error? Read(string folder, string name, string[] columns, ICollection<Error> problems, Func<CsvTable, Error?> read)
    {
        // A line break ends a row even after an open quotation mark, so that one bad row does not swallow the rest.
        var options = new CsvReaderOptions
        {
            Separator = ',',
            TrimWhitespace = true,
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = false,
            MaxRecordSize = LongestRow,
        };
        try
        {
            using var reader = CsvReader.FromFile(Path.Combine(folder, name), options);
            var places = new int[columns.Length];
            for (var index = 0; index < columns.Length; index++)
            {
                if (!reader.TryGetFieldIndex(columns[index], out places[index]))
                    return new Error("gazetteer-column-missing", $"The column {columns[index]} is missing; the first line must name it.", $"{name}:1");
            }

            var table = new CsvTable(reader, places, name);
            while (reader.Read())
            {
                var problem = reader.FieldCount == reader.Headers.Count
                    ? read(table)
                    : table.Problem("gazetteer-row-broken", $"The row has {reader.FieldCount} fields instead of {reader.Headers.Count}.");
                if (problem is not null)
                    problems.Add(problem);
            }

            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Error("gazetteer-unreadable", $"The file cannot be read: {exception.Message}", name);
        }
        catch (CsvFormatException exception)
        {
            return new Error("gazetteer-damaged", $"The file is no CSV: {exception.Message}", $"{name}:{exception.LineNumber}");
        }
    }

    public Error Problem(string code, string message) => new(code, message, $"{_name}:{_reader.LineNumber}");

    public string? Optional(int column) => this[column] is { Length: > 0 } text ? text : null;

    /// <summary>The number in the column, null where it is empty; false where it is no number.</summary>
    public bool TryNumber(int column, out int? number)
    {
        number = null;
        if (this[column].Length == 0)
            return true;
        if (!int.TryParse(this[column], NumberStyles.None, CultureInfo.InvariantCulture, out var read))
            return false;
        number = read;
        return true;
    }
}
