using QuitteXBot.Commands.Requests;
using QuitteXBot.Discord;
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
        {
            RepliedTo = message is Net.IUserMessage { ReferencedMessage: { Content.Length: > 0 } asked }
                ? ReadReplied(asked, (message.Channel as Net.IGuildChannel)?.GuildId, message.Channel.Id)
                : null,
        }
        : null;

    /// <summary>A message as one that something is asked about.</summary>
    public static RepliedMessage ReadReplied(Net.IMessage message, ulong? guild, ulong? channel)
    {
        var place = guild is { } number ? Snowflake.Write(number) : "@me";
        return new(
            message.Content ?? "",
            message.Author is { } author ? author.GlobalName ?? author.Username : null,
            (message.Channel?.Id ?? channel) is { } known ? $"https://discord.com/channels/{place}/{Snowflake.Write(known)}/{Snowflake.Write(message.Id)}" : null,
            message.Timestamp);
    }
}
