using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Requests;

namespace QuitteXBot.Chat;

/// <param name="Line">The line with what all choices have in common added to it.</param>
/// <param name="Choices">What it may become.</param>
internal sealed record LineCompletion(string Line, ImmutableArray<string> Choices);

/// <summary>Completes what is typed at the console: the command's name first, then its first option.</summary>
internal sealed class LineCompleter(IAssistant assistant, IReadOnlyList<CommandDefinition> definitions)
{
    public async Task<LineCompletion> CompleteAsync(string line, Language language, CancellationToken cancellationToken)
    {
        if (line is not ['/' or '!', ..])
            return new LineCompletion(line, []);
        var space = line.IndexOf(' ');
        if (space < 0)
            return Extend(line[..1], line[1..], CommandNames(line[1..]));
        var name = line[1..space];
        var definition = definitions.FirstOrDefault(command => command.Name == name || command.FrenchName == name);
        if (definition is null || definition.Options is not [var option, ..])
            return new LineCompletion(line, []);
        var typed = line[(space + 1)..];
        var choices = await assistant.CompleteAsync(definition.Name, option.Name, typed, language, cancellationToken);
        if (choices is [var only])
            return new LineCompletion(line[..(space + 1)] + only.Label, [only.Label]);
        return Extend(line[..(space + 1)], typed, [.. choices.Select(choice => choice.Label)]);
    }

    private ImmutableArray<string> CommandNames(string typed) =>
    [
        .. definitions.SelectMany(command => new[] { command.FrenchName, command.Name }).Distinct()
            .Where(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal),
    ];

    private static LineCompletion Extend(string before, string typed, ImmutableArray<string> choices)
    {
        if (choices.Length == 0)
            return new LineCompletion(before + typed, choices);
        var common = choices.AsEnumerable().Aggregate(CommonStart);
        var longer = common.Length > typed.Length && common.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? common : typed;
        return new LineCompletion(before + longer + (choices.Length == 1 ? " " : ""), choices);
    }

    private static string CommonStart(string one, string other)
    {
        var length = 0;
        while (length < one.Length && length < other.Length && char.ToLowerInvariant(one[length]) == char.ToLowerInvariant(other[length]))
            length++;
        return one[..length];
    }
}
