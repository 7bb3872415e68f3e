using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;

namespace QuitteXBot.Commands.Requests;

/// <summary>What a typed text is, before anything is looked up.</summary>
internal abstract record TypedText;

/// <summary>A command with its options as they were typed.</summary>
/// <param name="Rest">What is no option: positional values.</param>
/// <param name="NamedInFrench">Whether a name that only French has was used: a hint on the asker's language.</param>
internal sealed record TypedCommand(
    CommandDefinition Definition, ImmutableArray<TypedOption> Options, string Rest, bool NamedInFrench) : TypedText;

/// <param name="Value">May run on into words that belong to no option, unless <paramref name="Quoted"/>.</param>
internal sealed record TypedOption(OptionDefinition Definition, string Value, bool Quoted);

/// <summary>It looks like a command and is none.</summary>
internal sealed record UnknownCommand(CommandDefinition? Nearest) : TypedText;

/// <summary>An option that the command does not have.</summary>
internal sealed record UnknownOption(CommandDefinition Definition) : TypedText;

/// <summary>Anything else.</summary>
internal sealed record FreeQuestion(string Text) : TypedText;
