using System.Collections.Immutable;
using QuitteXBot.Discord.Rest;

namespace QuitteXBot.Discord.Messages;

/// <summary>A message as it is sent. It never mentions anybody: <c>allowed_mentions</c> is written empty, always.</summary>
public sealed record OutgoingMessage
{
    public string? Content { get; init; }

    public ImmutableArray<Embed> Embeds { get; init; } = [];

    public ImmutableArray<ImmutableArray<Component>> Rows { get; init; } = [];

    /// <summary>Only for the one who asked; only possible in answer to an interaction.</summary>
    public bool Ephemeral { get; init; }

    /// <summary>No preview of links in the content.</summary>
    public bool SuppressEmbeds { get; init; }

    /// <summary>The message that it replies to.</summary>
    public ulong? ReplyTo { get; init; }

    /// <summary>25 characters at most; Discord gives back the message already sent with it instead of sending another.</summary>
    public string? Nonce { get; init; }

    /// <summary>A file that goes with it.</summary>
    public DiscordFile? File { get; init; }
}

/// <summary>A box of rich text. https://discord.com/developers/docs/resources/message#embed-object</summary>
public sealed record Embed(string? Title, string? Description, string? Footer = null, int? Colour = null);

/// <summary>Something to press or choose from.</summary>
public abstract record Component(string CustomId);

public sealed record Button(string CustomId, string Label, ButtonStyle Style = ButtonStyle.Secondary) : Component(CustomId);

public sealed record Select(string CustomId, string Placeholder, ImmutableArray<SelectOption> Options) : Component(CustomId);

public sealed record SelectOption(string Label, string Value, string? Description = null);

public enum ButtonStyle
{
    Primary = 1,
    Secondary = 2,
    Success = 3,
    Danger = 4,
}

/// <summary>A form of one to five text fields.</summary>
public sealed record Modal(string CustomId, string Title, ImmutableArray<ModalField> Fields);

/// <param name="Value">What stands in it already.</param>
public sealed record ModalField(
    string CustomId, string Label, bool Multiline, bool Required, int MaxLength, string? Placeholder = null, string? Value = null);
