using QuitteXBot.Commands.Definitions;
using QuitteXBot.Core.Platforms;
using QuitteXBot.Core.Reasons;

namespace QuitteXBot.Commands.Values;

/// <summary>A request's options, read and checked. Organisations stay as they were typed: whether a name is known is part of the answer.</summary>
internal sealed record Arguments
{
    public string? Organisation { get; init; }

    public string? First { get; init; }

    public string? Second { get; init; }

    public Reason? Reason { get; init; }

    public Platform? Platform { get; init; }

    public KindGroup? Kind { get; init; }

    public Place? Place { get; init; }

    public Period? Period { get; init; }

    public string? Words { get; init; }

    public string? Id { get; init; }

    public CommandDefinition? Command { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;
}
