using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace QuitteXBot.Core.Tests;

/// <summary>Holds the projects to the directions that the design gives them.</summary>
public sealed partial class ArchitectureTests
{
    private const string Core = "QuitteXBot.Core";
    private const string Commands = "QuitteXBot.Commands";

    /// <summary>What each project may refer to; null means any.</summary>
    private static readonly Dictionary<string, string[]?> Allowed = new()
    {
        [Core] = [],
        ["QuitteXBot.Ingestion"] = [Core],
        ["QuitteXBot.Search"] = [Core],
        ["QuitteXBot.Search.Lucene"] = [Core, "QuitteXBot.Search"],
        ["QuitteXBot.Storage.Sqlite"] = [Core],
        ["QuitteXBot.Storage.Postgres"] = [Core],
        [Commands] = [Core],
        ["QuitteXBot.Discord"] = [Commands, Core],
        ["QuitteXBot.DiscordNet"] = ["QuitteXBot.Discord", Commands, Core],
        ["QuitteXBot.Matrix"] = [Commands, Core],
        ["QuitteXBot.Web"] = [Commands, Core],
        ["QuitteXBot"] = null,
    };

    private static readonly string Sources = Path.Combine(Root(), "src");

    public static TheoryData<string> Projects => [.. ProjectNames()];

    [Theory]
    [MemberData(nameof(Projects))]
    public void ProjectReferences_OfEachProject_KeepTheirDirection(string project)
    {
        Assert.True(Allowed.TryGetValue(project, out var allowed), $"Say in {nameof(Allowed)} what {project} may refer to.");
        var references = Includes(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))).ToList();

        Assert.All(references, reference => Assert.True(
            allowed?.Contains(reference) ?? true, $"{project} must not refer to {reference}; it may refer to: {string.Join(", ", allowed ?? [])}."));
    }

    [Fact]
    public void Core_Packages_AreNone()
    {
        Assert.Empty(Includes(Core, "PackageReference"));
        Assert.Empty(Includes(Core, "FrameworkReference"));
    }

    [Fact]
    public void Core_Words_NameNoDatabaseAndNoPlatform()
    {
        var named = Directory.EnumerateFiles(Path.Combine(Sources, Core), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(path => File.ReadLines(path)
                .Select((line, index) => (Place: $"{Path.GetFileName(path)}:{index + 1}", Word: ForbiddenWord().Match(line).Value)))
            .Where(found => found.Word.Length > 0)
            .Select(found => $"{found.Place}: {found.Word}");

        Assert.Empty(named);
    }

    [Fact]
    public void Projects_OnDisk_AreAllInTheSolution()
    {
        var solution = File.ReadAllText(Path.Combine(Root(), "QuitteXBot.sln"));

        Assert.NotEmpty(ProjectNames());
        Assert.All(ProjectNames(), name => Assert.Contains($"{name}.csproj", solution, StringComparison.Ordinal));
    }

    private static IEnumerable<string> ProjectNames() =>
        Directory.EnumerateFiles(Sources, "*.csproj", SearchOption.AllDirectories).Select(path => Path.GetFileNameWithoutExtension(path)).Order();

    private static IEnumerable<string> Includes(string project, string item) =>
        XDocument.Load(Path.Combine(Sources, project, $"{project}.csproj")).Descendants(item).Select(element => element.Attribute("Include")!.Value);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "QuitteXBot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No QuitteXBot.sln above {AppContext.BaseDirectory}.");
    }

    [GeneratedRegex(@"Sqlite|Npgsql|Postgres|System\.Data|\bSQL|Discord|Matrix", RegexOptions.IgnoreCase)]
    private static partial Regex ForbiddenWord();
}
