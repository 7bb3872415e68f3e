using QuitteXBot.Discord.Configuration;

namespace QuitteXBot.Discord.Interactions;

/// <summary>Whether embeds would not be seen where an interaction happened.</summary>
internal static class Embedding
{
    private const ulong EmbedLinks = 1 << 14;

    public static bool IsOff(Interaction interaction, DiscordOptions options) =>
        options.PlainText || (interaction.AppPermissions is { } allowed && (allowed & EmbedLinks) == 0);
}
