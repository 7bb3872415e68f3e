namespace QuitteXBot.Matrix.Client;

/// <summary>How long to go on when the homeserver is down, slow or asks to wait.</summary>
internal enum Patience
{
    /// <summary>One attempt: the caller decides.</summary>
    Once,

    /// <summary>A few attempts: for what may never work, like entering a room whose servers are gone.</summary>
    Some,

    /// <summary>While the homeserver asks to wait for less than a minute; whatever else fails, the caller has somebody else to serve meanwhile.</summary>
    Polite,

    /// <summary>Until it works, is refused for good, or the wait is cancelled: nothing is dropped.</summary>
    Endless,
}

/// <summary>One call of the client-server API.</summary>
/// <param name="Path">Below the homeserver's address, with its query, everything escaped.</param>
/// <param name="Body">JSON, or anything else where <see cref="ContentType"/> says so.</param>
internal sealed record MatrixRequest(HttpMethod Method, string Path, ReadOnlyMemory<byte>? Body = null)
{
    public string ContentType { get; init; } = "application/json";

    public bool Authenticated { get; init; } = true;

    public Patience Patience { get; init; } = Patience.Once;

    /// <summary>For the whole exchange, the body included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Bytes of the answer, decompressed.</summary>
    public long Limit { get; init; } = 1 << 20;
}
