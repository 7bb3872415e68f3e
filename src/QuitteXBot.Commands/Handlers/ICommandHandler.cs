using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Handlers;

/// <summary>Answers one command. Throws for bugs and cancellation only.</summary>
internal interface ICommandHandler
{
    /// <summary>The definition's canonical name.</summary>
    string Command { get; }

    Task<Reply> HandleAsync(Inquiry inquiry, CancellationToken cancellationToken);
}
