using QuitteXBot.Core.Results;

namespace QuitteXBot.Discord.Gateway;

/// <summary>What to do after a connection ended.</summary>
internal enum GatewayNext
{
    Resume,
    Identify,

    /// <summary>Trying again cannot help; a person must mend the configuration.</summary>
    GiveUp,

    /// <summary>The bot itself is stopping.</summary>
    Stop,
}

/// <summary>What each close code asks for. https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes</summary>
internal static class CloseCodes
{
    /// <summary>Ends the session.</summary>
    public const int Normal = 1000;

    /// <summary>Keeps the session: any code other than 1000 and 1001 does.</summary>
    public const int KeepSession = 4900;

    public static GatewayNext Next(int? code) => code switch
    {
        4004 or 4010 or 4011 or 4012 or 4013 or 4014 => GatewayNext.GiveUp,
        4003 or 4007 or 4009 => GatewayNext.Identify,
        _ => GatewayNext.Resume,
    };

    public static string Name(int? code) => code switch
    {
        null => "no close code",
        1000 => "normal closure",
        1001 => "going away",
        1006 => "connection lost",
        4000 => "unknown error",
        4001 => "unknown opcode",
        4002 => "decode error",
        4003 => "not authenticated",
        4004 => "authentication failed",
        4005 => "already authenticated",
        4007 => "invalid sequence",
        4008 => "rate limited",
        4009 => "session timed out",
        4010 => "invalid shard",
        4011 => "sharding required",
        4012 => "invalid API version",
        4013 => "invalid intents",
        4014 => "disallowed intents",
        _ => "unlisted close code",
    };

    public static Error Mend(int? code) => code switch
    {
        4004 => new("discord-token-refused",
            "Discord refuses the token. Copy a fresh one from the application's page \"Bot\" (\"Reset Token\") into Discord:Token.", "Discord:Token"),
        4010 => new("discord-shard-invalid", "Discord refuses the shard. Remove Discord:Shards, so that Discord's recommendation is used.", "Discord:Shards"),
        4011 => new("discord-sharding-required", "The bot is in too many guilds for so few connections. Remove Discord:Shards or raise it.", "Discord:Shards"),
        4012 => new("discord-version-refused", "Discord no longer speaks API v10: a newer version of this program is needed.", "Discord:GatewayUrl"),
        4013 or 4014 => new("discord-intents-refused",
            "Discord refuses the intents, though none is privileged: check that Discord:GatewayUrl is Discord's own and that the application is not restricted.", "Discord:GatewayUrl"),
        _ => new("discord-gateway-closed", $"Discord closed the gateway for good ({code}: {Name(code)})."),
    };
}
