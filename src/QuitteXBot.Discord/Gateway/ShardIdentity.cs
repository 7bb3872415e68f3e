namespace QuitteXBot.Discord.Gateway;

/// <summary>Who connects, and as which part of how many.</summary>
internal sealed record ShardIdentity(string Token, Uri Url, int Shard = 0, int Shards = 1, string? Presence = null);
