using System.Globalization;
using System.Text.Json;
using QuitteXBot.Matrix.Client;

namespace QuitteXBot.Matrix.Permissions;

/// <summary>
/// How much a user may do in a room. https://spec.matrix.org/latest/client-server-api/#mroompower_levels and, for what creators may do from room
/// version 12 on, https://spec.matrix.org/latest/rooms/v12/
/// </summary>
internal static class PowerLevels
{
    private const int FirstVersionOfPowerfulCreators = 12;
    private const long OfCreatorWithoutLevels = 100;

    /// <param name="levels">The content of <c>m.room.power_levels</c>, or null where the room has none.</param>
    /// <param name="create">The event <c>m.room.create</c>, with its sender.</param>
    public static long Of(string userId, JsonElement? levels, JsonElement create)
    {
        var content = create.Object("content") ?? default;
        var isCreator = create.Text("sender") == userId;
        if (HasPowerfulCreators(content))
        {
            var isAdded = content.Array("additional_creators").Any(item => item.ValueKind == JsonValueKind.String && item.GetString() == userId);
            if (isCreator || isAdded)
                return long.MaxValue;
        }

        if (levels is not { } told)
            return isCreator ? OfCreatorWithoutLevels : 0;
        return Level(told.Object("users") ?? default, userId) ?? Level(told, "users_default") ?? 0;
    }

    private static bool HasPowerfulCreators(JsonElement content) =>
        int.TryParse(content.Text("room_version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version >= FirstVersionOfPowerfulCreators;

    /// <summary>Up to room version 9 a level may be a number in a text.</summary>
    private static long? Level(JsonElement levels, string name) =>
        levels.Number(name) ?? (long.TryParse(levels.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var level) ? level : null);
}
