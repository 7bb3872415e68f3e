using System.Collections.Immutable;
using System.Globalization;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Knowledge;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Commands.Requests;
using QuitteXBot.Commands.Text;

namespace QuitteXBot.Commands.Values;

/// <summary>What is wrong with a request, and how to mend it, in the asker's language.</summary>
internal sealed record Problem(string Title, string Mend);

/// <summary>Reads and checks the options of a request; the same for every platform.</summary>
internal sealed class ArgumentReader(CommandDefinition definition, IKnowledge knowledge, DateOnly today, Texts texts)
{
    /// <summary>Far more pages than any list has.</summary>
    private const int LastPage = 100_000;

    public Problem? TryRead(ImmutableDictionary<string, string> options, out Arguments arguments)
    {
        arguments = new Arguments();
        var known = 0;
        foreach (var option in definition.Options)
        {
            if (!options.TryGetValue(option.Name, out var typed))
                continue;
            known++;
            var isExact = option.Kind == OptionKind.Verbatim;
            if (typed.Length > (isExact ? FieldTextReader.MaximumLength : UserText.MaximumLength))
                return TooLong(isExact);
            var value = isExact ? typed : UserText.Clean(typed);
            if (value.Length == 0 && !IsField(option))
                continue;
            if (Read(arguments, option, value) is not { } read)
                return Unreadable(option);
            arguments = read;
        }

        if (known < options.Count)
            return UnknownOption();

        var present = arguments;
        var missing = definition.Options.FirstOrDefault(option => option.Required && IsMissing(present, option.Name));
        return missing is null ? null : Missing(missing);
    }

    public Problem UnknownOption() => new(
        texts[TextKeys.UnknownOption], texts.With(TextKeys.OptionsOfCommand, CommandName(), string.Join(", ", definition.Options.Select(OptionName))));

    public Problem TooLong(bool isExact = false) => new(
        texts[TextKeys.TooLong], texts.With(TextKeys.TooLongMend, isExact ? FieldTextReader.MaximumLength : UserText.MaximumLength));

    private static bool IsMissing(Arguments arguments, string option) => option switch
    {
        OptionNames.Organisation => arguments.Organisation is null,
        OptionNames.First => arguments.First is null,
        OptionNames.Second => arguments.Second is null,
        OptionNames.Words => arguments.Words is null,
        OptionNames.Id => arguments.Id is null,
        _ => arguments.Field(option) is null or "",
    };

    /// <summary>Fields are read by the commands that have them; an empty one is said to be empty, which is not the same as unsaid.</summary>
    private static bool IsField(OptionDefinition option) =>
        option.Kind is OptionKind.Verbatim or OptionKind.Date or OptionKind.Action or OptionKind.Attachment or OptionKind.Review or OptionKind.Switch
        || (option.Kind == OptionKind.Text && option.Name != OptionNames.Words)
        || option.Name is OptionNames.Draft or OptionNames.Part or OptionNames.Finding or OptionNames.Seen or OptionNames.Into;

    private Arguments? Read(Arguments arguments, OptionDefinition option, string value) => option.Name switch
    {
        _ when IsField(option) => IsReadableField(option, value) ? arguments with { Fields = arguments.Fields.SetItem(option.Name, value) } : null,
        OptionNames.Organisation => arguments with { Organisation = value },
        OptionNames.First => arguments with { First = value },
        OptionNames.Second => arguments with { Second = value },
        OptionNames.Words => arguments with { Words = value },
        OptionNames.Id => arguments with { Id = value },
        OptionNames.Reason => ReasonReader.Find(knowledge.Catalogue.Reasons, value) is { } reason ? arguments with { Reason = reason } : null,
        OptionNames.Platform => PlatformReader.Find(knowledge.Catalogue.Platforms, value) is { } platform ? arguments with { Platform = platform } : null,
        OptionNames.Kind => KindReader.Find(value) is { } kind ? arguments with { Kind = kind } : null,
        OptionNames.Place => PlaceReader.Find(knowledge.Names, value) is { } place ? arguments with { Place = place } : null,
        OptionNames.Period => PeriodReader.Find(value, today) is { } period ? arguments with { Period = period } : null,
        OptionNames.AsOf => PastDayReader.Find(value, today) is { } day ? arguments with { AsOf = day } : null,
        OptionNames.Page => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is >= 1 and <= LastPage
            ? arguments with { Page = page }
            : null,
        OptionNames.Command => CommandNameReader.Find(value.TrimStart('/', '!')) is { } command ? arguments with { Command = command } : null,
        OptionNames.Language => LanguageReader.Find(value) is { } language ? arguments with { Language = language } : null,
        OptionNames.Visible => VisibilityReader.IsPrivate(value) is { } isPrivate ? arguments with { IsPrivate = isPrivate } : null,
        _ => null,
    };

    private bool IsReadableField(OptionDefinition option, string value) => value.Length == 0 || option.Kind switch
    {
        OptionKind.Date => DayReader.Find(value, today) is not null,
        OptionKind.Action => ActionReader.Find(value) is not null,
        OptionKind.Review => value.Length <= 20 && value.All(char.IsAsciiLetterOrDigit),
        OptionKind.Page => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= int.MaxValue,
        OptionKind.Switch => SwitchReader.Find(value) is not null,
        _ => true,
    };

    private Problem Unreadable(OptionDefinition option) => new(texts.With(TextKeys.UnreadableValue, OptionName(option)), Expected(option.Kind));

    private Problem Missing(OptionDefinition option) => new(
        texts.With(TextKeys.MissingOption, OptionName(option)), texts.With(TextKeys.ForExample, definition.Example.In(texts.Language)));

    private string Expected(OptionKind kind) => kind switch
    {
        OptionKind.Reason => texts.With(TextKeys.OneOf, texts.List([.. knowledge.Catalogue.Reasons.Select(reason => texts.Reason(reason))])),
        OptionKind.Platform => texts.With(TextKeys.OneOf, texts.List([.. knowledge.Catalogue.Platforms.Select(platform => platform.Name)])),
        OptionKind.OrganisationKind => texts.With(
            TextKeys.OneOf, texts.List([.. Core.Organisations.OrganisationKinds.All.Select(kindOfAll => texts.Kind(kindOfAll))])),
        OptionKind.Place => texts[TextKeys.ExpectedPlace],
        OptionKind.Period => texts[TextKeys.ExpectedPeriod],
        OptionKind.Day => texts[TextKeys.ExpectedDay],
        OptionKind.Page or OptionKind.Review => texts[TextKeys.ExpectedPage],
        OptionKind.Date => texts[TextKeys.ExpectedDate],
        OptionKind.Action => texts.With(TextKeys.OneOf, texts.List([.. Enum.GetValues<Core.Departures.DepartureAction>().Select(action => texts.Action(action))])),
        OptionKind.Switch => texts.With(TextKeys.OneOf, texts.List(["on", "off"])),
        OptionKind.Language => texts.With(TextKeys.OneOf, texts.List(["fr", "en"])),
        OptionKind.Visibility => texts.With(TextKeys.OneOf, texts.List(["me", "everyone"])),
        OptionKind.Command => texts.With(
            TextKeys.OneOf, texts.List([.. CommandCatalogue.All.Select(command => texts.Language == Localisation.Language.French ? command.FrenchName : command.Name)])),
        _ => texts.With(TextKeys.ForExample, definition.Example.In(texts.Language)),
    };

    private string CommandName() => "/" + (texts.Language == Localisation.Language.French ? definition.FrenchName : definition.Name);

    private string OptionName(OptionDefinition option) => texts.Language == Localisation.Language.French ? option.FrenchName : option.Name;
}
