using System.Collections.Immutable;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Discord.Messages;

namespace QuitteXBot.Discord.Interactions;

/// <summary>What the bot does in answer to an interaction.</summary>
internal abstract record InteractionAnswer;

/// <summary>A message of its own.</summary>
internal sealed record NewMessage(OutgoingMessage Message) : InteractionAnswer;

/// <summary>The message that carries the component becomes another.</summary>
internal sealed record UpdatedMessage(OutgoingMessage Message) : InteractionAnswer;

/// <summary>The message that carries the component goes away.</summary>
internal sealed record DeletedMessage : InteractionAnswer;

internal sealed record Suggestions(ImmutableArray<OptionChoice> Choices) : InteractionAnswer;

internal sealed record OpenedModal(Modal Modal) : InteractionAnswer;
