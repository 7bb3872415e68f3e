using QuitteXBot.Core;
using QuitteXBot.Ingestion.Configuration;

namespace QuitteXBot.Ingestion.Tests;

/// <summary>The project's own config and seeds, as they ship.</summary>
internal static class ProjectFiles
{
    public static string Root { get; } = FindRoot();

    public static string Config => Path.Combine(Root, "config");

    public static string Seeds => Path.Combine(Root, "seeds");

    public static Catalogue Catalogue { get; } = CatalogueReader.Read(Config).Value!;

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "QuitteXBot.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
