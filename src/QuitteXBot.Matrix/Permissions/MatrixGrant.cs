using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using QuitteXBot.Commands;
using QuitteXBot.Core.Results;
using QuitteXBot.Matrix.Configuration;

namespace QuitteXBot.Matrix.Permissions;

/// <summary>A permission for a user, or for whoever has a power level in a room.</summary>
/// <param name="RoomId">Null for a user.</param>
/// <param name="Level">The least power level in that room, 1 or more.</param>
public sealed record MatrixGrant(Permission Permission, string? UserId, string? RoomId = null, long Level = 0)
{
    private const string Prefix = "matrix:";
    private const int LongestRoomId = 255;

    /// <summary>
    /// The entries of <c>Permissions:Moderators</c> and <c>Permissions:Maintainers</c> that are for Matrix: <c>matrix:@user:server</c>, or
    /// <c>matrix:!room:server/50</c> for a power level in a room. Entries of other platforms are passed over.
    /// </summary>
    /// <param name="section">The section <c>Permissions</c>.</param>
    public static (ImmutableArray<MatrixGrant> Grants, ImmutableArray<Error> Errors) Read(IConfiguration section)
    {
        var grants = ImmutableArray.CreateBuilder<MatrixGrant>();
        var errors = ImmutableArray.CreateBuilder<Error>();
        foreach (var (key, permission) in new[] { ("Moderators", Permission.Moderator), ("Maintainers", Permission.Maintainer) })
        {
            foreach (var entry in Entries(section.GetSection(key)).Where(entry => entry.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)))
            {
                if (Parse(entry[Prefix.Length..], permission) is { } grant)
                    grants.Add(grant);
                else
                    errors.Add(new("configuration-invalid", $"has \"{entry}\": write matrix:@user:server, or matrix:!room:server/50 for a power level of at least 50 in that room.", $"Permissions:{key}"));
            }
        }

        return (grants.ToImmutable(), errors.ToImmutable());
    }

    private static IEnumerable<string> Entries(IConfigurationSection section) =>
        section.Value is { } list
            ? list.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)
            : section.GetChildren().Select(child => child.Value?.Trim() ?? "");

    /// <summary>A room's id is opaque and may have slashes: the level is what stands behind the last one.</summary>
    private static MatrixGrant? Parse(string text, Permission permission)
    {
        if (UserName.IsValid(text))
            return new MatrixGrant(permission, text);
        var slash = text.LastIndexOf('/');
        return text.StartsWith('!') && slash is > 1 and <= LongestRoomId
            && long.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level > 0
            ? new MatrixGrant(permission, null, text[..slash], level)
            : null;
    }
}
