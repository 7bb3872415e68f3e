using System.Collections.Immutable;
using CsvHelper;
using QuitteXBot.Core;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Results;
using QuitteXBot.Ingestion.Words;

namespace QuitteXBot.Ingestion.Seeds;

/// <summary>Reads <c>seeds/departures.csv</c>: a row at fault is told with its line, the others are read.</summary>
internal sealed class DepartureFile(Catalogue catalogue, ICollection<Error> errors)
{
    public const string Name = "seeds/departures.csv";

    private const int LargestFile = 20_000_000;
    private const int MostRows = 100_000;
    private const int LongestRow = 20_000;

    private static readonly string[] Columns =
        ["organisation", "kind", "country", "date", "date_kind", "date_note", "platforms_kept", "platforms_joined", "source_url", "note"];

    private readonly Dictionary<string, string> platforms = catalogue.Platforms
        .SelectMany(platform => platform.Spellings.Append(platform.Name).Append(platform.Key).Select(name => (Name: Plain(name), platform.Key)))
        .DistinctBy(entry => entry.Name).ToDictionary(entry => entry.Name, entry => entry.Key);

    public ImmutableArray<DepartureRow> Read(string path)
    {
        if (!File.Exists(path))
            return [];
        if (new FileInfo(path).Length > LargestFile)
        {
            Fail(null, $"The file is larger than {LargestFile} bytes.");
            return [];
        }

        var unsound = new HashSet<long>();
        try
        {
            using var csv = CsvReader.FromFile(path, new CsvReaderOptions
            {
                Separator = ',',
                MaxRecordSize = LongestRow,
                TrackLineNumbers = true,
                OnMalformedRecord = record =>
                {
                    unsound.Add(record.LineNumber);
                    Fail(record.LineNumber, "This row is no valid CSV: a quotation mark stands inside a field or is not closed.");
                },
            });
            return ReadRows(csv, unsound);
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Fail(null, $"The file cannot be read: {FirstLine(fault.Message)}");
            return [];
        }
    }

    private ImmutableArray<DepartureRow> ReadRows(CsvReader csv, HashSet<long> unsound)
    {
        csv.ReadHeader();
        if (Columns.Any(column => !csv.Headers.Contains(column)))
        {
            Fail(1, $"The first line must name the columns: {string.Join(",", Columns)}.");
            return [];
        }

        var rows = ImmutableArray.CreateBuilder<DepartureRow>();
        while (csv.Read())
        {
            if (rows.Count == MostRows)
            {
                Fail(csv.LineNumber, $"The file has more than {MostRows} rows.");
                break;
            }

            if (unsound.Contains(csv.LineNumber))
                continue;
            if (csv.FieldCount != csv.Headers.Count)
                Fail(csv.LineNumber, $"This row has {csv.FieldCount} fields, not {csv.Headers.Count}.");
            else if (Row(csv) is { } row)
                rows.Add(row);
        }

        return rows.ToImmutable();
    }

    private DepartureRow? Row(CsvReader csv)
    {
        var line = csv.LineNumber;
        var faults = errors.Count;
        var name = Field("organisation");
        if (name.Length == 0)
            Fail(line, "The organisation is missing.");
        var kindName = Field("kind");
        OrganisationKind? kind = null;
        if (kindName != "person")
        {
            if (!OrganisationKinds.TryParse(kindName, out var known))
                Fail(line, $"'{kindName}' is no kind; known are person, {string.Join(", ", OrganisationKinds.All.Select(each => each.Name()))}.");
            kind = known;
        }

        var country = Field("country");
        if (country.Length != 2 || !country.All(char.IsAsciiLetterUpper))
            Fail(line, $"'{country}' is no country code of two capital letters.");
        PartialDate? date = null;
        if (Field("date") is { Length: > 0 } written)
        {
            if (PartialDate.TryParse(written, out var read) && read.Year is >= 1900 and <= 2100)
                date = read;
            else
                Fail(line, $"'{written}' is no date (yyyy, yyyy-MM or yyyy-MM-dd).");
        }

        if (!Enum.TryParse<DateKindInRow>(Field("date_kind"), ignoreCase: true, out var dateKind) || !char.IsAsciiLetterLower(Field("date_kind")[0]))
            Fail(line, $"'{Field("date_kind")}' is no kind of date; known are announced, effective, mentioned.");
        var url = Field("source_url");
        if (!WebAddress.IsValid(url))
            Fail(line, $"'{url}' is no http or https address.");
        var note = string.Join("; ", new[] { Field("date_note"), Field("note") }.Where(part => part.Length > 0));
        var (kept, joined) = (Platforms(line, Field("platforms_kept")), Platforms(line, Field("platforms_joined")));
        return errors.Count == faults
            ? new DepartureRow(line, name, kind, country, date, dateKind, kept, joined, url, note.Length == 0 ? null : note) : null;

        string Field(string column) => csv.GetString(column).Trim();
    }

    private ImmutableArray<string> Platforms(long line, string field)
    {
        var keys = new HashSet<string>();
        foreach (var name in field.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // "Facebook (Meta)": what stands in brackets only explains.
            var bracket = name.IndexOf('(', StringComparison.Ordinal);
            if (platforms.TryGetValue(Plain(name), out var key) || (bracket > 0 && platforms.TryGetValue(Plain(name[..bracket]), out key)))
                keys.Add(key);
            else
                Fail(line, $"'{name}' is no platform of config/platforms.yml.");
        }

        return [.. catalogue.Platforms.Select(platform => platform.Key).Where(keys.Contains)];
    }

    private static string Plain(string name)
    {
        var words = new WordList(name);
        return string.Concat(Enumerable.Range(0, words.Count).Select(words.At));
    }

    private static string FirstLine(string message) => message.Split('\n')[0].Trim();

    private void Fail(long? line, string message) => errors.Add(new Error("departure-row-invalid", message, line is null ? Name : $"{Name}:{line}"));
}
