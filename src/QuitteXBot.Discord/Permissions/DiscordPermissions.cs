using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using QuitteXBot.Commands;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Discord.Permissions;

/// <summary>
/// Who is a moderator or a maintainer on Discord, from <c>Permissions:Moderators</c> and <c>Permissions:Maintainers</c>:
/// <c>discord:&lt;user id&gt;</c>, or <c>discord:&lt;guild id&gt;/&lt;role id&gt;</c> for a role in a named guild.
/// Entries of other platforms are passed over.
/// </summary>
public sealed class DiscordPermissions(ImmutableArray<DiscordGrant> grants)
{
    private const string Prefix = "discord:";

    public static DiscordPermissions None { get; } = new([]);

    /// <param name="section">The section <c>Permissions</c>.</param>
    public static (DiscordPermissions Permissions, ImmutableArray<Error> Errors) Read(IConfiguration section)
    {
        var grants = ImmutableArray.CreateBuilder<DiscordGrant>();
        var errors = ImmutableArray.CreateBuilder<Error>();
        foreach (var (key, permission) in new[] { ("Moderators", Permission.Moderator), ("Maintainers", Permission.Maintainer) })
        {
            foreach (var entry in Entries(section.GetSection(key)).Where(entry => entry.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)))
            {
                if (Parse(entry[Prefix.Length..], permission) is { } grant)
                    grants.Add(grant);
                else
                    errors.Add(new("configuration-invalid", $"has \"{entry}\": write discord:<user id> or discord:<guild id>/<role id>.", $"Permissions:{key}"));
            }
        }

        return (new(grants.ToImmutable()), errors.ToImmutable());
    }

    public Permission Of(ulong user, ulong? guild, ImmutableArray<ulong> roles) =>
        grants.Where(grant => grant.Role is { } role ? grant.Guild == guild && roles.Contains(role) : grant.User == user)
            .Select(grant => grant.Permission)
            .DefaultIfEmpty(Permission.Community)
            .Max();

    private static IEnumerable<string> Entries(IConfigurationSection section) =>
        section.Value is { } list
            ? list.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)
            : section.GetChildren().Select(child => child.Value?.Trim() ?? "");

    private static DiscordGrant? Parse(string text, Permission permission)
    {
        var parts = text.Split('/');
        if (parts.Length == 1 && Snowflake.TryParse(parts[0], out var user))
            return new DiscordGrant(permission, user, null, null);
        if (parts.Length == 2 && Snowflake.TryParse(parts[0], out var guild) && Snowflake.TryParse(parts[1], out var role))
            return new DiscordGrant(permission, null, guild, role);
        return null;
    }
}

/// <summary>A permission for a user, or for a role of a guild.</summary>
public sealed record DiscordGrant(Permission Permission, ulong? User, ulong? Guild, ulong? Role);
