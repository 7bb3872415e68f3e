using System.Collections.Immutable;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Discord.Messages;

namespace QuitteXBot.Discord.Interactions;

/// <summary>What the bot does in answer to an interaction.</summary>
internal abstract record InteractionAnswer
{
    /// <summary>What its message becomes while work goes on; read to the end, whatever can still be shown.</summary>
    public IAsyncEnumerable<OutgoingMessage>? Updates { get; init; }
}

/// <summary>A message of its own.</summary>
internal sealed record NewMessage(OutgoingMessage Message) : InteractionAnswer;

/// <summary>The message that carries the component becomes another.</summary>
internal sealed record UpdatedMessage(OutgoingMessage Message) : InteractionAnswer;

/// <summary>The message that carries the component goes away.</summary>
internal sealed record DeletedMessage : InteractionAnswer;

internal sealed record Suggestions(ImmutableArray<OptionChoice> Choices) : InteractionAnswer;

/// <param name="Otherwise">What is shown where the answer had to be put off, which a form cannot follow.</param>
internal sealed record OpenedModal(Modal Modal, InteractionAnswer Otherwise) : InteractionAnswer;
