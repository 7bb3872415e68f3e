using QuitteXBot.Core.Organisations;
using QuitteXBot.Testing;

namespace QuitteXBot.Search.Tests.Names;

/// <summary>The files of this repository that the names are read from.</summary>
internal static class RepositoryNames
{
    public static string Config => Path.Combine(Repository.Root, "config");

    /// <summary>Name and kind of each organisation in <c>seeds/departures.csv</c>; persons left out.</summary>
    public static IReadOnlyList<(string Name, OrganisationKind Kind)> Departures()
    {
        using var reader = CsvHelper.CsvReader.FromFile(Path.Combine(Repository.Root, "seeds", "departures.csv"));
        var rows = new List<(string, OrganisationKind)>();
        while (reader.Read())
        {
            if (OrganisationKinds.TryParse(reader.GetString("kind"), out var kind))
                rows.Add((reader.GetString("organisation"), kind));
        }

        return [.. rows.Distinct()];
    }
}
