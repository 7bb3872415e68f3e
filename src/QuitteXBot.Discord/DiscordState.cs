using QuitteXBot.Core.Results;

namespace QuitteXBot.Discord;

/// <summary>What became of Discord in this process; for the exit code, the health check and <c>status</c>.</summary>
public sealed class DiscordState
{
    /// <summary>Why Discord was given up for good: what a person must mend. The process should end with exit code 1.</summary>
    public Error? Fatal { get; internal set; }

    /// <summary>Whether the commands have been compared with Discord's, and written where they differed.</summary>
    public bool CommandsRegistered { get; internal set; }
}
