using Microsoft.Extensions.Configuration;
using QuitteXBot.Core.Results;
using QuitteXBot.Matrix.Configuration;
using QuitteXBot.Matrix.Permissions;

namespace QuitteXBot.Configuration;

/// <summary>The section <c>Matrix</c>. The platform is configured when it names a homeserver.</summary>
internal static class MatrixSection
{
    /// <param name="permissions">The section <c>Permissions</c>.</param>
    public static MatrixOptions? Read(SectionReader section, IConfiguration permissions, string dataFolder, List<Error> errors)
    {
        var (grants, grantErrors) = MatrixGrant.Read(permissions);
        errors.AddRange(grantErrors);
        var fallback = new MatrixOptions();
        var options = new MatrixOptions
        {
            Homeserver = section.Text("Homeserver", ""),
            UserId = section.Text("UserId", ""),
            AccessToken = section.Text("AccessToken", ""),
            Password = section.Text("Password", ""),
            DeviceName = section.Text("DeviceName", fallback.DeviceName),
            DataFolder = dataFolder,
            Prefix = section.Text("Prefix", fallback.Prefix),
            RoomPrefixes = [.. section.Items("RoomPrefixes").Select(item => new RoomPrefix { Room = item["Room"] ?? "", Prefix = item["Prefix"] ?? "" })],
            Invites = Enum.Parse<InvitePolicy>(section.Choice("Invites", nameof(InvitePolicy.Everyone), Enum.GetNames<InvitePolicy>())),
            InviteFrom = section.List("InviteFrom"),
            IgnoredUsers = section.List("IgnoredUsers"),
            Grants = grants,
            MaximumAge = section.Duration("MaximumAge", fallback.MaximumAge),
            GapLimit = section.Integer("GapLimit", fallback.GapLimit),
            UserBurst = section.Integer("UserBurst", fallback.UserBurst),
            UserRefill = section.Duration("UserRefill", fallback.UserRefill),
            RoomBurst = section.Integer("RoomBurst", fallback.RoomBurst),
            RoomRefill = section.Duration("RoomRefill", fallback.RoomRefill),
        };
        if (options.Homeserver is not { Length: > 0 })
            return null;
        errors.AddRange(MatrixOptionsValidator.Validate(options));
        return options;
    }
}
