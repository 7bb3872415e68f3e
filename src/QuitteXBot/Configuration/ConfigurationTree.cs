using Microsoft.Extensions.Configuration;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Configuration;

/// <summary>
/// Built-in defaults, then <c>appsettings.json</c> of the current folder, then environment variables with the prefix <c>QUITTEXBOT__</c>,
/// then one file a secret under <c>/run/secrets</c> (named as the key, with <c>__</c> for the colon).
/// </summary>
internal sealed class ConfigurationTree(IConfiguration configuration)
{
    private const string EnvironmentPrefix = "QUITTEXBOT__";
    private const string SecretsFolder = "/run/secrets";

    private static readonly string[] PlatformSections = ["Discord", "Matrix", "Permissions", "Web"];

    private readonly Dictionary<string, SectionReader> sections = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>For the platforms, which read and check sections of their own: see <see cref="PlatformSections"/>.</summary>
    public IConfiguration Root => configuration;

    public static Result<ConfigurationTree> Load(string folder)
    {
        var file = Path.Combine(folder, "appsettings.json");
        var builder = new ConfigurationBuilder();
        if (File.Exists(file))
            builder.AddJsonFile(file, optional: false, reloadOnChange: false);
        builder.AddEnvironmentVariables(EnvironmentPrefix);
        if (Directory.Exists(SecretsFolder))
            builder.AddKeyPerFile(SecretsFolder, optional: true);
        try
        {
            return new ConfigurationTree(builder.Build());
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new Error("configuration-unreadable", (exception.InnerException ?? exception).Message, file);
        }
    }

    public SectionReader Section(string name, List<Error> errors) =>
        sections[name] = new SectionReader(configuration.GetSection(name), errors);

    /// <summary>A section or key that nothing read is a slip of the pen. Single files under /run/secrets may be other programs' and are let be.</summary>
    public void ReportUnknown(List<Error> errors)
    {
        foreach (var section in configuration.GetChildren())
        {
            if (!sections.ContainsKey(section.Key) && !PlatformSections.Contains(section.Key, StringComparer.OrdinalIgnoreCase) && section.GetChildren().Any())
                errors.Add(new Error("configuration-unknown-section", $"is no section; the sections are {string.Join(", ", sections.Keys)}.", section.Path));
        }

        foreach (var section in sections.Values)
            section.ReportUnread();
    }
}
