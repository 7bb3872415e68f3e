using QuitteXBot.Core.Results;
using QuitteXBot.Discord.Configuration;
using QuitteXBot.Discord.Gateway;

namespace QuitteXBot.Discord;

/// <summary>What became of Discord in this process; for the exit code, the health check and <c>status</c>.</summary>
public sealed class DiscordState(DiscordOptions options, GatewayHealth gateway)
{
    /// <summary>Why Discord was given up for good: what a person must mend. Where no other platform goes on, the process ends with exit code 1.</summary>
    public Error? Fatal { get; internal set; }

    /// <summary>Whether the commands have been compared with Discord's, and written where they differed.</summary>
    public bool CommandsRegistered { get; internal set; }

    /// <summary>Whether questions can arrive: always with HTTP, where there is no connection to watch, else when every shard is connected.</summary>
    public bool IsHealthy => Fatal is null && (options.Mode == DiscordMode.Http || Gateway.IsHealthy);

    public GatewayHealth Gateway { get; } = gateway;
}
