using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;

namespace QuitteXBot.Discord.Registration;

/// <summary>A command as Discord has it: one of its own, or a group of subcommands, which cannot be used itself.</summary>
/// <param name="Definition">Null for a group.</param>
public sealed record SlashCommand(LocalisedText Name, CommandDefinition? Definition, ImmutableArray<Subcommand> Subcommands)
{
    /// <summary>What a command becomes whose whole name is that of a group: <c>source</c> beside <c>source add</c>.</summary>
    private static readonly LocalisedText Show = new("voir", "show");

    /// <summary>Each name under which an interaction tells of it, with what is to be done.</summary>
    public IEnumerable<(string Path, CommandDefinition Definition)> Paths =>
        Definition is { } own ? [(Name.English, own)] : Subcommands.Select(member => ($"{Name.English} {member.Name.English}", member.Definition));

    public static string FirstWord(string name) => name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? name[..end] : name;

    /// <param name="members">All definitions of that first word.</param>
    public static SlashCommand Of(IGrouping<string, CommandDefinition> members)
    {
        var first = members.First();
        var name = new LocalisedText(FirstWord(first.FrenchName), members.Key);
        return members.Count() == 1 && first.Name == members.Key
            ? new SlashCommand(name, first, [])
            : new SlashCommand(name, null, [.. members.Select(member => new Subcommand(LastWord(member), member))]);
    }

    private static LocalisedText LastWord(CommandDefinition member) => FirstWord(member.Name) == member.Name
        ? Show
        : new(member.FrenchName[(FirstWord(member.FrenchName).Length + 1)..], member.Name[(FirstWord(member.Name).Length + 1)..]);
}

/// <param name="Name">Within its group.</param>
public sealed record Subcommand(LocalisedText Name, CommandDefinition Definition);
