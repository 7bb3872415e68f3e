using System.Collections.Immutable;

namespace QuitteXBot.Matrix.Protocol;

/// <summary>What the bot needs of an event of a room. Everything else is left unread.</summary>
internal sealed record RoomEvent
{
    public required string EventId { get; init; }

    public required string RoomId { get; init; }

    public required string Sender { get; init; }

    public required string Type { get; init; }

    public string? StateKey { get; init; }

    /// <summary>Milliseconds since it was sent, as the bot's own homeserver counts them; without that, since the sender's homeserver's time.</summary>
    public long? Age { get; init; }

    /// <summary>Milliseconds since 1970, by the clock of the sender's homeserver.</summary>
    public long SentAt { get; init; }

    public EventContent Content { get; init; } = EventContent.Empty;

    /// <summary>For a redaction: the event that it empties.</summary>
    public string? Redacts { get; init; }

    public bool IsRedacted { get; init; }

    /// <summary>The content of its last edit, where the homeserver adds it.</summary>
    public EventContent? LastEdit { get; init; }

    public string? PreviousMembership { get; init; }

    /// <summary>What it says now: its last edit, else its own words.</summary>
    public EventContent Current => LastEdit ?? Content;
}

/// <summary>The content of a message, a reaction or a membership.</summary>
internal sealed record EventContent
{
    /// <summary>The kind of message that is a file.</summary>
    public const string File = "m.file";

    public static EventContent Empty { get; } = new();

    public string? MessageType { get; init; }

    public string? Body { get; init; }

    public string? FormattedBody { get; init; }

    /// <summary>A file's name, where it is apart from the body.</summary>
    public string? FileName { get; init; }

    /// <summary>Where a file that is not encrypted lies: <c>mxc://…</c>.</summary>
    public string? Url { get; init; }

    /// <summary><c>m.thread</c>, <c>m.replace</c>, <c>m.annotation</c>.</summary>
    public string? RelationType { get; init; }

    public string? RelatesTo { get; init; }

    public string? InReplyTo { get; init; }

    /// <summary>A reaction's emoji.</summary>
    public string? Key { get; init; }

    /// <summary>Null where the sender's client does not tell who is mentioned.</summary>
    public ImmutableArray<string>? Mentions { get; init; }

    /// <summary>For an edit: what the edited event says from now on.</summary>
    public EventContent? Replacement { get; init; }

    public string? Membership { get; init; }

    public bool IsDirect { get; init; }

    public string? ThreadRoot => RelationType == "m.thread" ? RelatesTo : null;
}
