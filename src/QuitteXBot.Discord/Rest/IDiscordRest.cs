namespace QuitteXBot.Discord.Rest;

/// <summary>Discord's REST API. Never throws but for bugs and cancellation; waits for rate limits, and never drops a call because of one.</summary>
public interface IDiscordRest
{
    Task<RestResult> SendAsync(DiscordRequest request, CancellationToken cancellationToken);
}
