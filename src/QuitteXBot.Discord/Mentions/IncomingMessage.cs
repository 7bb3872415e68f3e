using System.Collections.Immutable;
using System.Text.Json;
using QuitteXBot.Discord.Interactions;

namespace QuitteXBot.Discord.Mentions;

/// <summary>A message as MESSAGE_CREATE tells of it, as far as the bot needs to know.</summary>
internal sealed record IncomingMessage(ulong Id, ulong ChannelId, ulong? GuildId, ulong AuthorId, bool ByProgram, string Content, ImmutableArray<ulong> Roles)
{
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
        return new(id, channel, InteractionParser.Id(data, "guild_id"), user, byProgram, InteractionParser.Text(data, "content") ?? "", roles);
    }
}
