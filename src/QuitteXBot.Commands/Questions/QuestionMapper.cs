using System.Collections.Immutable;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Knowledge;
using QuitteXBot.Commands.Text;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Commands.Questions;

/// <summary>
/// A free question → the command that answers it. Whatever holds words that the bot does not know, and does not plainly speak of leaving X, is outside its scope:
/// better no answer than one to another question.
/// </summary>
internal sealed class QuestionMapper(IKnowledge knowledge, DateOnly today)
{
    private const int LongestBareName = 120;

    public Mapping Map(string text)
    {
        var reading = new QuestionReader(knowledge, today).Read(text);
        if (reading.Words.IsEmpty)
            return new OutsideScope();
        return IntentFinder.Find(reading) switch
        {
            Intent.Why => MapWhy(reading),
            Intent.Where => MapAboutOne(reading, CommandNames.Where, reading.AsksToFollow()),
            Intent.When => MapAboutOne(reading, CommandNames.When, reading.Has(WordRole.Departure)),
            Intent.Who => MapWho(reading),
            Intent.Reasons => MapReasons(reading),
            Intent.Compare => MapCompare(reading),
            Intent.Define => MapDefinition(reading),
            Intent.Search => MapSearch(reading),
            Intent.Help when !reading.HasForeign => Command(CommandNames.Help),
            Intent.About when !reading.HasForeign => Command(CommandNames.About),
            Intent.Privacy => Command(CommandNames.Privacy),
            Intent.None => MapWithoutIntent(reading),
            _ => new OutsideScope(),
        };
    }

    private Mapping MapWhy(Reading reading)
    {
        var organisations = reading.Organisations.ToList();
        var isOnTopic = reading.IsAboutLeaving || (!reading.HasForeign && IsWhyPlain(reading));
        if (organisations.Count > 1 && isOnTopic)
            return Compare(organisations[0].Value, organisations[1].Value);
        if (organisations.Count == 1)
            return isOnTopic ? About(CommandNames.Why, organisations[0].Value, reading) : new OutsideScope();
        if (reading.HasForeign)
            return MapUnknownName(reading, CommandNames.Why, reading.Has(WordRole.Departure) && reading.Has(WordRole.LeftNetwork));
        if (reading.Has(WordRole.Departure) || reading.Has(WordRole.LeftNetwork) || reading.Kinds.Count > 0)
            return Filtered(CommandNames.Reasons, reading, OptionNames.Kind, OptionNames.Place);
        return new OrganisationMissing(CommandNames.Why);
    }

    private Mapping MapAboutOne(Reading reading, string command, bool isOnTopic)
    {
        var name = reading.Organisations.FirstOrDefault() ?? reading.Names.FirstOrDefault();
        if (name is not null)
        {
            var isAsked = reading.HasForeign ? isOnTopic && reading.Has(WordRole.LeftNetwork) : isOnTopic || reading.IsBare();
            return isAsked ? About(command, name.Value) : new OutsideScope();
        }

        if (reading.HasForeign)
            return MapUnknownName(reading, command, isOnTopic && (command == CommandNames.Where || reading.Has(WordRole.LeftNetwork)));
        return isOnTopic && reading.Kinds.Count == 0 ? new OrganisationMissing(command) : new OutsideScope();
    }

    /// <summary>Words that FindMentions did not take for a name: a mistyped one, or one that nobody knows.</summary>
    private Mapping MapUnknownName(Reading reading, string command, bool isOnTopic)
    {
        if (reading.UnknownName() is not { Length: <= LongestBareName } name)
            return new OutsideScope();
        var foreign = reading.Roles.Count(role => role == WordRole.Foreign);
        var isWhole = foreign == Word.Split(name).Count(word => reading.IsForeign(word.Folded));
        if (!isWhole && !isOnTopic)
            return new OutsideScope();
        var resolution = knowledge.Names.Resolve(name);
        var looksLikeName = reading.Has(WordRole.Departure) && char.IsUpper(name[0]);
        if (resolution.Outcome == ResolutionOutcome.Unknown && !isOnTopic && !looksLikeName)
            return command == CommandNames.Why && foreign == 1 && reading.IsBare() ? About(command, name) : new OutsideScope();
        return About(command, resolution.Organisation?.Id ?? name, reading);
    }

    private static Mapping MapWho(Reading reading)
    {
        var hasFilter = reading.NamesFilter();
        var asksPlainly = hasFilter || reading.Has(WordRole.Anybody) || (reading.Period is not null && reading.Has(WordRole.LeftNetwork));
        if (reading.AsksForeignNoun() || !(reading.IsAboutLeaving || (asksPlainly && !reading.HasForeign)))
            return new OutsideScope();
        var organisation = reading.Organisations.FirstOrDefault(name => !IsTerritory(name));
        if (organisation is not null && !hasFilter)
            return About(CommandNames.When, organisation.Value);
        return Filtered(CommandNames.Who, reading, OptionNames.Kind, OptionNames.Place, OptionNames.Platform, OptionNames.Reason, OptionNames.Period);
    }

    private static Mapping MapReasons(Reading reading) =>
        !reading.HasForeign || reading.IsAboutLeaving ? Filtered(CommandNames.Reasons, reading, OptionNames.Kind, OptionNames.Place) : new OutsideScope();

    private static Mapping MapCompare(Reading reading)
    {
        var organisations = reading.Names;
        if (organisations.Count >= 2)
            return Compare(organisations[0].Value, organisations[1].Value);
        return reading.HasForeign ? new OutsideScope() : new OrganisationMissing(CommandNames.Compare);
    }

    /// <summary>«c'est quoi …» is answered by what the articles say of an organisation; anything else is for an encyclopaedia.</summary>
    private static Mapping MapDefinition(Reading reading) =>
        reading.Names.Count == 1 && !reading.HasForeign ? Command(CommandNames.Search, (OptionNames.Words, reading.Names[0].Text)) : new OutsideScope();

    private static Mapping MapSearch(Reading reading)
    {
        for (var i = 0; i < reading.Words.Length; i++)
        {
            if (reading.Roles[i] != WordRole.Function)
                return Command(CommandNames.Search, (OptionNames.Words, reading.Text[reading.Words[i].Start..].TrimEnd(' ', '?', '!', '.')));
        }

        return new OutsideScope();
    }

    private Mapping MapWithoutIntent(Reading reading)
    {
        var name = reading.Names.FirstOrDefault();
        if (name is not null)
        {
            if (reading.Has(WordRole.Departure) && reading.IsAboutLeaving)
                return About(CommandNames.When, name.Value);
            if (reading.HasForeign)
                return new OutsideScope();
            if (reading.Names.Count == 1 && reading.Platforms.Count > 0 && !name.AsPlace && reading.Kinds.Count == 0)
                return About(CommandNames.Where, name.Value);
            if (reading.Kinds.Count > 0)
                return Filtered(CommandNames.Who, reading, OptionNames.Kind, OptionNames.Place, OptionNames.Platform, OptionNames.Reason, OptionNames.Period);
            if (reading.Names.Count == 1 && reading.IsBare())
                return name.Resolution.Organisation is { Kind: OrganisationKind.Movement }
                    ? Command(CommandNames.Search, (OptionNames.Words, name.Text))
                    : About(CommandNames.Why, name.Value, reading);
            return reading.Has(WordRole.Following) ? About(CommandNames.Where, name.Value) : new OutsideScope();
        }

        if (reading.HasForeign)
            return MapBareName(reading);
        var asksList = reading.Has(WordRole.Departure)
            ? reading.Kinds.Count > 0 || reading.Period is not null || reading.Contains("departs") || reading.Contains("departures")
            : reading.IsBare() && reading.NamesFilter();
        return asksList
            ? Filtered(CommandNames.Who, reading, OptionNames.Kind, OptionNames.Place, OptionNames.Platform, OptionNames.Reason, OptionNames.Period)
            : new OutsideScope();
    }

    /// <summary>A mistyped name with nothing around it; greetings and single short words are none.</summary>
    private Mapping MapBareName(Reading reading)
    {
        var text = reading.Text.Trim(' ', '?', '!', '.', ',', ';');
        if (text.Length > LongestBareName || Vocabulary.Greetings.Overlaps(reading.Words.Select(word => word.Folded)))
            return new OutsideScope();
        var resolution = knowledge.Names.Resolve(text);
        var isSure = resolution.Match == NameMatch.Exact || text.Length >= 8;
        if (resolution.Outcome == ResolutionOutcome.Unknown || !isSure)
            return new OutsideScope();
        return About(CommandNames.Why, resolution.Organisation?.Id ?? text);
    }

    private static bool IsWhyPlain(Reading reading) =>
        reading.IsBare() || reading.Has(WordRole.LeftNetwork) || reading.Has(WordRole.Reason) || reading.AsksReasons();

    private static bool IsTerritory(NamedInQuestion name) =>
        (name.Resolution.Organisation ?? name.Resolution.Candidates.FirstOrDefault())?.Kind
            is OrganisationKind.Region or OrganisationKind.Departement or OrganisationKind.Commune or OrganisationKind.Epci;

    private static MappedCommand About(string command, string organisation, Reading? reading = null) =>
        reading?.Reasons is [var reason, ..] && command == CommandNames.Why
            ? Command(command, (OptionNames.Organisation, organisation), (OptionNames.Reason, reason.Key))
            : Command(command, (OptionNames.Organisation, organisation));

    private static MappedCommand Compare(string first, string second) =>
        Command(CommandNames.Compare, (OptionNames.First, first), (OptionNames.Second, second));

    private static MappedCommand Filtered(string command, Reading reading, params ReadOnlySpan<string> allowed)
    {
        var options = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var (option, value) in Filters(reading))
        {
            if (value is not null && allowed.Contains(option))
                options[option] = value;
        }

        return new MappedCommand(command, options.ToImmutable());
    }

    private static (string Option, string? Value)[] Filters(Reading reading) =>
    [
        (OptionNames.Kind, reading.Kinds.FirstOrDefault()?.Value),
        (OptionNames.Place, reading.Names.FirstOrDefault(IsTerritory)?.Value ?? reading.Country?.Code),
        (OptionNames.Platform, reading.Platforms.FirstOrDefault()?.Key),
        (OptionNames.Reason, reading.Reasons.FirstOrDefault()?.Key),
        (OptionNames.Period, reading.Period?.ToString()),
    ];

    private static MappedCommand Command(string name, params ReadOnlySpan<(string Option, string Value)> options)
    {
        var all = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var (option, value) in options)
            all[option] = value;
        return new MappedCommand(name, all.ToImmutable());
    }
}
