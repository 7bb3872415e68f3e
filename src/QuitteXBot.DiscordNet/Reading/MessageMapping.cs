using QuitteXBot.Discord.Mentions;
using Net = global::Discord;

namespace QuitteXBot.DiscordNet.Reading;

/// <summary>A message that Discord.Net received, as the rest of the bot knows it.</summary>
internal static class MessageMapping
{
    /// <summary>Null for what is no message of a person: joins, pins and the like.</summary>
    public static IncomingMessage? Read(Net.IMessage message) => message is { Type: Net.MessageType.Default or Net.MessageType.Reply, Author: not null }
        ? new IncomingMessage(
            message.Id,
            message.Channel.Id,
            (message.Channel as Net.IGuildChannel)?.GuildId,
            message.Author.Id,
            message.Author.IsBot || message.Author.IsWebhook,
            message.Content ?? "",
            InteractionMapping.RolesOf(message.Author))
        : null;
}
