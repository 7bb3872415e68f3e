using System.Reflection;

namespace QuitteXBot.EndToEnd.Discord;

/// <summary>The clients of Discord that the executable was built with.</summary>
internal static class DiscordClients
{
    public static IReadOnlyList<string> Built =>
        typeof(DiscordClients).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Any(entry => entry.Key == "DiscordNet") ? ["Own", "DiscordNet"] : ["Own"];
}
