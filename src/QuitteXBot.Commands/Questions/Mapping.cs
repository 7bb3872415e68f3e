using System.Collections.Immutable;

namespace QuitteXBot.Commands.Questions;

/// <summary>What became of a free question.</summary>
internal abstract record Mapping;

/// <summary>A command answers it.</summary>
internal sealed record MappedCommand(string Command, ImmutableDictionary<string, string> Options) : Mapping;

/// <summary>It asks about an organisation and names none.</summary>
internal sealed record OrganisationMissing(string Command) : Mapping;

/// <summary>It asks for something that the bot does not tell.</summary>
internal sealed record OutsideScope : Mapping;
