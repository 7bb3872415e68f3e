using QuitteXBot.Discord.Messages;
using QuitteXBot.Discord.Rest;

namespace QuitteXBot.Discord.Interactions;

/// <summary>The way back to Discord for one interaction. A deadline is when the answer stops being of use.</summary>
internal interface IInteractionChannel
{
    /// <summary>Gives the first answer. Called once, or <see cref="PutOffAsync"/> is.</summary>
    Task<RestResult> RespondAsync(InteractionAnswer answer, DateTimeOffset deadline, CancellationToken cancellationToken);

    /// <summary>Tells as the first answer that the answer comes later.</summary>
    /// <param name="ephemeral">Whether only the one who asked sees it.</param>
    Task<RestResult> PutOffAsync(Deferral deferral, bool ephemeral, DateTimeOffset deadline, CancellationToken cancellationToken);

    /// <summary>Puts another message in the place of the first answer's.</summary>
    Task<RestResult> EditAsync(OutgoingMessage message, DateTimeOffset deadline, CancellationToken cancellationToken);

    /// <summary>Takes the first answer's message away.</summary>
    Task<RestResult> DeleteAsync(DateTimeOffset deadline, CancellationToken cancellationToken);

    /// <summary>Adds a message behind the first answer.</summary>
    Task<RestResult> FollowUpAsync(OutgoingMessage message, DateTimeOffset deadline, CancellationToken cancellationToken);
}
