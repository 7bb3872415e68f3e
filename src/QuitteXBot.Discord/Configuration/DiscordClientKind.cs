namespace QuitteXBot.Discord.Configuration;

/// <summary>Which client speaks with Discord. What members see is the same.</summary>
public enum DiscordClientKind
{
    /// <summary>The project's own.</summary>
    Own,

    /// <summary>Discord.Net, in a build that has it.</summary>
    DiscordNet,
}
