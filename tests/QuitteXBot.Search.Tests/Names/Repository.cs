using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Search.Tests.Names;

/// <summary>The files of this repository that the names are read from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Config => Path.Combine(Root, "config");

    /// <summary>Name and kind of each organisation in <c>seeds/departures.csv</c>; persons left out.</summary>
    public static IReadOnlyList<(string Name, OrganisationKind Kind)> Departures()
    {
        using var reader = CsvHelper.CsvReader.FromFile(Path.Combine(Root, "seeds", "departures.csv"));
        var rows = new List<(string, OrganisationKind)>();
        while (reader.Read())
        {
            if (OrganisationKinds.TryParse(reader.GetString("kind"), out var kind))
                rows.Add((reader.GetString("organisation"), kind));
        }

        return [.. rows.Distinct()];
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "QuitteXBot.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
