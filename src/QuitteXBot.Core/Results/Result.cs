using System.Diagnostics.CodeAnalysis;

namespace QuitteXBot.Core.Results;

/// <summary>A value, or the <see cref="Error"/> that stands in its place. Exceptions are kept for bugs.</summary>
public readonly record struct Result<T>
    where T : notnull
{
    private Result(T? value, Error? error) => (Value, Error) = (value, error);

    public T? Value { get; }

    public Error? Error { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Error error) => new(default, error);
}
