using System.Collections.Immutable;
using QuitteXBot.Commands.Requests;

namespace QuitteXBot.Discord.Interactions;

/// <summary>https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-type</summary>
public enum InteractionType
{
    Ping = 1,
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    ModalSubmit = 5,
}

/// <summary>https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-types</summary>
public enum CommandType
{
    Slash = 1,
    User = 2,
    Message = 3,
}

/// <summary>What a user did, as far as the bot needs to know.</summary>
public sealed record Interaction
{
    public required ulong Id { get; init; }

    public required ulong ApplicationId { get; init; }

    public required InteractionType Type { get; init; }

    /// <summary>Lets whoever has it answer, for 15 minutes.</summary>
    public required string Token { get; init; }

    public ulong UserId { get; init; }

    public ulong? GuildId { get; init; }

    public ulong? ChannelId { get; init; }

    /// <summary>The user's roles in the guild.</summary>
    public ImmutableArray<ulong> Roles { get; init; } = [];

    /// <summary>What the user may do in the channel.</summary>
    public ulong MemberPermissions { get; init; }

    /// <summary>What the bot may do in the channel; null where Discord does not say.</summary>
    public ulong? AppPermissions { get; init; }

    /// <summary>The user's own locale.</summary>
    public string? Locale { get; init; }

    /// <summary>Of a command: its canonical name. Empty otherwise.</summary>
    public string Command { get; init; } = "";

    public CommandType CommandType { get; init; } = CommandType.Slash;

    public ImmutableArray<InteractionOption> Options { get; init; } = [];

    /// <summary>Of a user command: the name shown for the user.</summary>
    public string? Target { get; init; }

    /// <summary>Of a message command: the message.</summary>
    public RepliedMessage? TargetMessage { get; init; }

    /// <summary>Files that came with the command, by the value of their option.</summary>
    public ImmutableDictionary<string, SentFile> Files { get; init; } = ImmutableDictionary<string, SentFile>.Empty;

    /// <summary>Of a component or a modal.</summary>
    public string CustomId { get; init; } = "";

    /// <summary>What was chosen in a select.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>What was typed into a modal: field → text.</summary>
    public ImmutableDictionary<string, string> Fields { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The message that carries the component, if any.</summary>
    public SourceMessage? Message { get; init; }
}

/// <param name="Name">Canonical.</param>
/// <param name="Value">As text, whatever type Discord sent.</param>
/// <param name="Focused">Whether it is being typed.</param>
public sealed record InteractionOption(string Name, string Value, bool Focused);

/// <param name="Name">As the user named it.</param>
/// <param name="Url">Where Discord keeps it.</param>
/// <param name="Size">In bytes, as Discord says.</param>
public sealed record SentFile(string Name, string Url, int Size);

/// <param name="ReplyTo">The message that it replies to.</param>
/// <param name="ReplyToText">That message's text, where Discord sent it along.</param>
/// <param name="IsEphemeral">Whether only one user sees it.</param>
/// <param name="AskedText">The question that the message shows at its foot, where its buttons need that.</param>
public sealed record SourceMessage(ulong Id, ulong? ReplyTo, string? ReplyToText, bool IsEphemeral, string? AskedText);
