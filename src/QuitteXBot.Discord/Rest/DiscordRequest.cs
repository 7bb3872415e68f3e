using System.Collections.Immutable;

namespace QuitteXBot.Discord.Rest;

/// <summary>A file of a multipart request. https://discord.com/developers/docs/reference#uploading-files</summary>
public sealed record DiscordFile(string Name, string ContentType, ReadOnlyMemory<byte> Content);

/// <summary>One call of the REST API.</summary>
public sealed record DiscordRequest
{
    public required HttpMethod Method { get; init; }

    /// <summary>Behind the base address, without a leading slash: <c>channels/1/messages</c>.</summary>
    public required string Path { get; init; }

    /// <summary>JSON in UTF-8, or empty for no body.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    public ImmutableArray<DiscordFile> Files { get; init; } = [];

    /// <summary>What the guild's audit log shows as the reason, 512 characters at most.</summary>
    public string? AuditLogReason { get; init; }

    /// <summary>
    /// Whether doing it twice does no harm (a read, an edit, a deletion, a message with an enforced nonce). Only then is it tried again
    /// when nobody knows whether the first try was done. A request that certainly did not arrive is always tried again.
    /// </summary>
    public bool Repeatable { get; init; }

    /// <summary>When the answer stops being of use; null: after as many tries as the client makes.</summary>
    public DateTimeOffset? Deadline { get; init; }
}
