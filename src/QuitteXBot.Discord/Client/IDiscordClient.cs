using System.Text.Json.Nodes;
using QuitteXBot.Core.Results;
using QuitteXBot.Discord.Gateway;
using QuitteXBot.Discord.Interactions;
using QuitteXBot.Discord.Messages;
using QuitteXBot.Discord.Rest;

namespace QuitteXBot.Discord.Client;

/// <summary>
/// What a client of Discord's API does for the bot: the project's own, or another behind the same port. What is answered, when it is put off
/// and who may do what is decided above it.
/// </summary>
internal interface IDiscordClient
{
    /// <summary>Finds out which application the token belongs to.</summary>
    Task<(ApplicationInfo? Info, RestFailure? Failure)> LogInAsync(CancellationToken cancellationToken);

    /// <summary>Holds the gateway's connections until the bot stops (null) or Discord refuses for good (what to mend). What arrives goes to the events.</summary>
    Task<Error?> HoldAsync(DiscordEvents events, CancellationToken stopping);

    /// <summary>Reads an interaction that came as an HTTP request with a genuine signature.</summary>
    /// <returns>Null where the body is none that can be read.</returns>
    Task<IncomingInteraction?> ReadAsync(SignedRequest request, HttpExchange exchange);

    /// <summary>Sends a message to a channel.</summary>
    Task<RestResult> SendMessageAsync(ulong channel, OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Puts another message in the place of one that the bot sent.</summary>
    Task<RestResult> EditMessageAsync(ulong channel, ulong message, OutgoingMessage becomes, CancellationToken cancellationToken);

    /// <summary>Opens the direct channel to a user, or finds it: Discord's channel object.</summary>
    Task<RestResult> OpenDirectAsync(ulong user, CancellationToken cancellationToken);

    /// <summary>The text of a message; null where it cannot be read.</summary>
    Task<string?> ReadMessageAsync(ulong channel, ulong message, CancellationToken cancellationToken);

    /// <summary>The registered commands with all languages, as a JSON array of Discord's objects.</summary>
    /// <param name="guild">Null: those for all guilds.</param>
    Task<RestResult> ListCommandsAsync(ulong application, ulong? guild, CancellationToken cancellationToken);

    /// <summary>Registers, changes or removes one command.</summary>
    /// <param name="id">Of the command that is there; null: it is new.</param>
    /// <param name="command">As Discord's JSON; null: it is to go.</param>
    Task<RestResult> WriteCommandAsync(ulong application, ulong? guild, string? id, JsonObject? command, CancellationToken cancellationToken);
}

/// <summary>An interaction and the way back.</summary>
internal sealed record IncomingInteraction(Interaction Interaction, IInteractionChannel Channel);

/// <summary>The body of an HTTP request and what Discord signed it with; checked before.</summary>
internal sealed record SignedRequest(byte[] Body, string Signature, string Timestamp);
