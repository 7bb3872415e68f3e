using QuitteXBot.Commands.Requests;
using QuitteXBot.Discord.Permissions;

namespace QuitteXBot.Discord.Interactions;

/// <summary>Who asks by an interaction: their permission comes from the bot's own configuration, whatever Discord let them press.</summary>
internal sealed class Askers(DiscordPermissions permissions)
{
    public Asker Of(Interaction interaction) => new(
        "discord", Snowflake.Write(interaction.UserId), permissions.Of(interaction.UserId, interaction.GuildId, interaction.Roles), interaction.Locale)
    {
        Channel = interaction.ChannelId is { } channel ? Snowflake.Write(channel) : null,
    };
}
