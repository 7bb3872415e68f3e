using QuitteXBot.Core.Results;

namespace QuitteXBot.Matrix.Client;

/// <summary>What came of one exchange with the homeserver.</summary>
/// <param name="Transient">Whether the same request may work later.</param>
/// <param name="RetryAfter">How long the homeserver asked to wait.</param>
/// <param name="IsServerError">Whether the homeserver failed (HTTP 500) rather than being away or busy.</param>
internal readonly record struct Attempt<T>(Result<T> Result, bool Transient = false, TimeSpan? RetryAfter = null, bool IsServerError = false)
    where T : notnull;
