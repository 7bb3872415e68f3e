using System.Diagnostics.CodeAnalysis;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Discord.Rest;

/// <summary>Why a call did not succeed.</summary>
public enum RestFailureKind
{
    /// <summary>Discord answered with an error that another try would not mend.</summary>
    Refused,

    /// <summary>The token is not (any longer) valid; nothing more is sent with it.</summary>
    Unauthorised,

    /// <summary>Discord could not be reached or kept failing.</summary>
    Unavailable,

    /// <summary>The connection broke when the request may have been done, and doing it twice would do harm.</summary>
    InDoubt,

    /// <summary>The deadline would pass before the next try.</summary>
    TooLate,

    /// <summary>Held back: so many requests were refused of late that Discord would ban the address.</summary>
    HeldBack,
}

/// <param name="Status">The HTTP status, or 0 where none came.</param>
/// <param name="Code">Discord's own error code (https://discord.com/developers/docs/topics/opcodes-and-status-codes#json), or 0.</param>
/// <param name="Message">What Discord or the network said.</param>
/// <param name="AfterDoubt">An earlier try of the same call may have been done.</param>
public sealed record RestFailure(RestFailureKind Kind, int Status, int Code, string Message, bool AfterDoubt = false)
{
    public Error ToError(string what) => DiscordErrors.Explain(this, what);
}

/// <summary>The body of a successful answer, or why there is none.</summary>
public readonly record struct RestResult(ReadOnlyMemory<byte> Body, RestFailure? Failure)
{
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsSuccess => Failure is null;

    public static implicit operator RestResult(RestFailure failure) => new(default, failure);
}
