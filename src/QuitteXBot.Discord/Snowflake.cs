using System.Globalization;

namespace QuitteXBot.Discord;

/// <summary>Discord's ids: 64-bit numbers that carry the time at which they were given. https://discord.com/developers/docs/reference#snowflakes</summary>
internal static class Snowflake
{
    /// <summary>Milliseconds from 1970 to the first second of 2015.</summary>
    private const long Epoch = 1_420_070_400_000;

    public static bool TryParse(string? text, out ulong id)
    {
        id = 0;
        return text is { Length: >= 15 and <= 20 } && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);
    }

    public static DateTimeOffset TimeOf(ulong id) => DateTimeOffset.FromUnixTimeMilliseconds((long)(id >> 22) + Epoch);

    public static string Write(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
