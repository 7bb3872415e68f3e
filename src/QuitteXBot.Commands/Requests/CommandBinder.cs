using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Knowledge;
using QuitteXBot.Commands.Questions;
using QuitteXBot.Commands.Values;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Commands.Requests;

/// <summary>A typed command → options by name: trims values that ran on, and gives the rest to the options that it may mean.</summary>
internal sealed class CommandBinder(IKnowledge knowledge, DateOnly today)
{
    /// <summary>Null where words are left over that no option of the command can take.</summary>
    public ImmutableDictionary<string, string>? Bind(TypedCommand command)
    {
        var options = ImmutableDictionary.CreateBuilder<string, string>();
        var rest = command.Rest;
        foreach (var option in command.Options)
        {
            var (value, remainder) = option.Quoted ? (option.Value, string.Empty) : Trim(option);
            options[option.Definition.Name] = value;
            rest = remainder.Length == 0 ? rest : $"{rest} {remainder}".Trim();
        }

        rest = OptionReader.Unquote(rest);
        return rest.Length == 0 || Place(command.Definition, options, rest) ? options.ToImmutable() : null;
    }

    /// <summary>The longest beginning of the value that the option can read, and what follows it.</summary>
    private (string Value, string Remainder) Trim(TypedOption option)
    {
        var value = option.Value;
        if (option.Definition.Kind is OptionKind.Organisation or OptionKind.Text)
            return (value, string.Empty);
        for (var end = value.Length; end > 0; end = value.LastIndexOf(' ', end - 1))
        {
            if (IsReadable(option.Definition.Kind, value[..end]))
                return (value[..end], value[end..].Trim());
        }

        return (value, string.Empty);
    }

    private bool IsReadable(OptionKind kind, string value) => kind switch
    {
        OptionKind.Reason => ReasonReader.Find(knowledge.Catalogue.Reasons, value) is not null,
        OptionKind.Platform => PlatformReader.Find(knowledge.Catalogue.Platforms, value) is not null,
        OptionKind.OrganisationKind => KindReader.Find(value) is not null,
        OptionKind.Place => PlaceReader.Find(knowledge.Names, value) is not null,
        OptionKind.Period => PeriodReader.Find(value, today) is not null,
        OptionKind.Day => PastDayReader.Find(value, today) is not null,
        _ => true,
    };

    private bool Place(CommandDefinition command, ImmutableDictionary<string, string>.Builder options, string rest)
    {
        switch (command.Name)
        {
            case CommandNames.Who or CommandNames.Reasons:
                return PlaceFilters(command, options, rest);
            case CommandNames.Compare:
                return PlaceCompared(options, rest);
            case CommandNames.Quote:
                options[IsStatementId(rest) ? OptionNames.Id : OptionNames.Words] = rest;
                return true;
            case CommandNames.About or CommandNames.Privacy:
                return true;
            case CommandNames.Why or CommandNames.Where or CommandNames.When when !options.ContainsKey(OptionNames.Organisation):
                PlaceOrganisation(command, options, rest);
                return true;
            default:
                var first = command.Options[0].Name;
                return options.TryAdd(first, rest) || TryPlaceReason(command, options, rest);
        }
    }

    private bool TryPlaceReason(CommandDefinition command, ImmutableDictionary<string, string>.Builder options, string rest) =>
        command.Options.Any(option => option.Name == OptionNames.Reason)
        && ReasonReader.Find(knowledge.Catalogue.Reasons, rest) is { } reason
        && options.TryAdd(OptionNames.Reason, reason.Key);

    /// <summary>The rest is the name; where it is none, it may be a sentence around one: <c>/why le grand est quitte X</c>.</summary>
    private void PlaceOrganisation(CommandDefinition command, ImmutableDictionary<string, string>.Builder options, string rest)
    {
        options[OptionNames.Organisation] = rest;
        if (LabelledName.Resolve(knowledge.Names, rest).Outcome != ResolutionOutcome.Unknown)
            return;
        var reading = new QuestionReader(knowledge, today).Read(rest);
        if (reading.HasForeign || reading.Names.Count != 1)
            return;
        options[OptionNames.Organisation] = reading.Names[0].Value;
        if (command.Name == CommandNames.Why && reading.Reasons is [var reason, ..])
            options.TryAdd(OptionNames.Reason, reason.Key);
    }

    private bool PlaceCompared(ImmutableDictionary<string, string>.Builder options, string rest)
    {
        if (options.ContainsKey(OptionNames.First))
            return options.TryAdd(OptionNames.Second, rest);
        if (options.ContainsKey(OptionNames.Second))
            return options.TryAdd(OptionNames.First, rest);
        if (PairSplitter.Split(rest, knowledge.Names) is not { } pair)
        {
            options[OptionNames.First] = rest;
            return true;
        }

        (options[OptionNames.First], options[OptionNames.Second]) = pair;
        return true;
    }

    private bool PlaceFilters(CommandDefinition command, ImmutableDictionary<string, string>.Builder options, string rest)
    {
        var reading = new QuestionReader(knowledge, today).Read(rest);
        var name = reading.Names.FirstOrDefault();
        var takesOrganisation = command.Name == CommandNames.Reasons;
        if (reading.HasForeign || reading.Names.Count > 1)
        {
            if (!takesOrganisation)
                return false;
            return options.TryAdd(OptionNames.Organisation, rest);
        }

        if (name is not null && takesOrganisation && !name.AsPlace && reading.Kinds.Count == 0)
            return options.TryAdd(OptionNames.Organisation, name.Value);
        return TryAdd(options, OptionNames.Kind, reading.Kinds.FirstOrDefault()?.Value)
            && TryAdd(options, OptionNames.Place, name?.Value ?? reading.Country?.Code)
            && (takesOrganisation
                || (TryAdd(options, OptionNames.Platform, reading.Platforms.FirstOrDefault()?.Key)
                    && TryAdd(options, OptionNames.Reason, reading.Reasons.FirstOrDefault()?.Key)
                    && TryAdd(options, OptionNames.Period, reading.Period?.ToString())));
    }

    private static bool TryAdd(ImmutableDictionary<string, string>.Builder options, string option, string? value) =>
        value is null || options.TryAdd(option, value);

    private static bool IsStatementId(string text) => text.Length == 13 && text[0] == 's' && text.Skip(1).All(char.IsAsciiHexDigitLower);
}
