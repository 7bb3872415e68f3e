using System.Collections.Immutable;
using System.Text.Json;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Discord.Interactions;

namespace QuitteXBot.Discord.Mentions;

/// <summary>A message as MESSAGE_CREATE tells of it, as far as the bot needs to know.</summary>
internal sealed record IncomingMessage(ulong Id, ulong ChannelId, ulong? GuildId, ulong AuthorId, bool ByProgram, string Content, ImmutableArray<ulong> Roles)
{
    /// <summary>The message that it replies to, where Discord sent its text along: without the privileged intent, where that one mentions the bot too.</summary>
    public RepliedMessage? RepliedTo { get; init; }

    private const int Ordinary = 0;
    private const int Reply = 19;

    /// <summary>Null for what is no message of a person: joins, pins, and whatever cannot be read.</summary>
    public static IncomingMessage? Parse(JsonElement data)
    {
        if (InteractionParser.Id(data, "id") is not { } id || InteractionParser.Id(data, "channel_id") is not { } channel
            || InteractionParser.Object(data, "author") is not { } author || InteractionParser.Id(author, "id") is not { } user
            || (InteractionParser.Number(data, "type") ?? 0) is not (Ordinary or Reply))
            return null;
        var byProgram = (author.TryGetProperty("bot", out var bot) && bot.ValueKind == JsonValueKind.True) || InteractionParser.Id(data, "webhook_id") is not null;
        var roles = InteractionParser.Object(data, "member") is { } member ? InteractionParser.Ids(member, "roles") : [];
        var guild = InteractionParser.Id(data, "guild_id");
        return new(id, channel, guild, user, byProgram, InteractionParser.Text(data, "content") ?? "", roles)
        {
            RepliedTo = InteractionParser.Object(data, "referenced_message") is { } asked && InteractionParser.Text(asked, "content") is { Length: > 0 }
                ? InteractionParser.ReadReplied(asked, guild, channel)
                : null,
        };
    }
}
