using System.Collections.Immutable;

namespace QuitteXBot.Commands.Definitions;

/// <summary>
/// A command, defined once: Discord's registration, Matrix's parser, the console, the help text and the README's table come from it.
/// </summary>
public sealed record CommandDefinition
{
    /// <summary>English and canonical: <c>why</c>. One or two words of 1 to 32 lower-case letters and hyphens: the first of two is the group.</summary>
    public required string Name { get; init; }

    /// <summary>French: <c>pourquoi</c>, of as many words.</summary>
    public required string FrenchName { get; init; }

    /// <summary>Other names that are understood when typed; never registered or listed.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Who may use it.</summary>
    public Permission Permission { get; init; } = Permission.Community;

    /// <summary>In the order in which they are typed without their names.</summary>
    public ImmutableArray<OptionDefinition> Options { get; init; } = [];

    /// <summary>One sentence, 100 characters at most.</summary>
    public required LocalisedText Summary { get; init; }

    /// <summary>A call as one would type it: <c>/why meurthe-et-moselle</c>.</summary>
    public required LocalisedText Example { get; init; }
}
