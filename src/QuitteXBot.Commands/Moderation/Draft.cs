using QuitteXBot.Commands.Handlers;
using QuitteXBot.Commands.Replies;
using QuitteXBot.Core.Moderation;

namespace QuitteXBot.Commands.Moderation;

/// <summary>Something that its author has yet to confirm, or to fill in.</summary>
internal sealed record Draft
{
    /// <summary>What confirming makes; null while something is missing.</summary>
    public Change? Change { get; init; }

    /// <summary>The answer once it is kept.</summary>
    public Func<Inquiry, ChangeReceipt, Reply>? Done { get; init; }

    /// <summary>What was filled in, where it is a statement.</summary>
    public StatementFields? Fields { get; init; }

    /// <summary>What was found in a document, and waits to be looked at.</summary>
    public PostedDocument? Document { get; init; }

    /// <summary>What confirming does in place of a change of the store.</summary>
    public Func<Inquiry, CancellationToken, Task<Reply>>? Work { get; init; }
}
