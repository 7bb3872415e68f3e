using Microsoft.Extensions.Configuration;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Configuration;

/// <summary>The section <c>Permissions</c>, whose entries each platform reads for itself: finds those that no platform would read.</summary>
internal static class PermissionsSection
{
    private static readonly string[] Keys = ["Moderators", "Maintainers"];
    private static readonly string[] Platforms = ["discord:", "matrix:"];

    public static void Check(IConfigurationSection section, List<Error> errors)
    {
        foreach (var key in section.GetChildren())
        {
            if (!Keys.Contains(key.Key, StringComparer.OrdinalIgnoreCase))
                errors.Add(new Error("configuration-unknown-key", $"is no key of this section; its keys are {string.Join(", ", Keys)}.", key.Path));
            else
                errors.AddRange(Entries(key).Where(IsNobodys).Select(entry => new Error(
                    "configuration-invalid", $"has \"{entry}\": begin it with the platform that it is for, {string.Join(" or ", Platforms)}.", key.Path)));
        }
    }

    private static bool IsNobodys(string entry) => !Platforms.Any(platform => entry.StartsWith(platform, StringComparison.OrdinalIgnoreCase));

    /// <summary>A list in the file, or one text with commas, semicolons or spaces between, as fits into an environment variable.</summary>
    private static IEnumerable<string> Entries(IConfigurationSection key) =>
        key.Value is { } list
            ? list.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)
            : key.GetChildren().Select(child => child.Value?.Trim() ?? "");
}
