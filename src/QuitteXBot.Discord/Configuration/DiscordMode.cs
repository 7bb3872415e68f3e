namespace QuitteXBot.Discord.Configuration;

/// <summary>How interactions arrive. Discord allows one of the two for an application.</summary>
public enum DiscordMode
{
    /// <summary>Over a WebSocket that the bot opens: nothing needs to be reachable from outside.</summary>
    Gateway,

    /// <summary>As signed HTTP requests to the bot's own web server: any number of workers, no mentions.</summary>
    Http,
}
