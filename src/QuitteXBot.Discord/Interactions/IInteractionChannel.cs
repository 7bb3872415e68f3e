using QuitteXBot.Discord.Rest;

namespace QuitteXBot.Discord.Interactions;

/// <summary>The way back to Discord for one interaction: a callback request with the gateway, the response itself with HTTP.</summary>
internal interface IInteractionChannel
{
    /// <summary>The first answer: JSON with <c>type</c> and <c>data</c>. Called once.</summary>
    Task<RestResult> RespondAsync(ReadOnlyMemory<byte> json, DateTimeOffset deadline, CancellationToken cancellationToken);
}
