using QuitteXBot.Core.Results;

namespace QuitteXBot.Discord.Gateway;

/// <summary>How a connection ended.</summary>
/// <param name="Why">For the log: what was said or noticed.</param>
/// <param name="Mend">With <see cref="GatewayNext.GiveUp"/>: what a person must do.</param>
internal sealed record GatewayEnd(GatewayNext Next, string Why, Error? Mend = null)
{
    /// <summary>Whether a session stood (READY or RESUMED) before the end.</summary>
    public bool WasReady { get; init; }

    /// <summary>Discord said that the session is invalid, and asks for a pause of 1 to 5 s before the next IDENTIFY.</summary>
    public bool SessionRefused { get; init; }
}
