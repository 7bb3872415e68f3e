using System.Collections.Immutable;
using System.Globalization;
using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Localisation;
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

    /// <summary>The day as of which the answer is wanted; null for now.</summary>
    public DateOnly? AsOf { get; init; }

    public string? Words { get; init; }

    public string? Id { get; init; }

    public CommandDefinition? Command { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public Language? Language { get; init; }

    public bool? IsPrivate { get; init; }

    /// <summary>The other options by name: the fields of forms, cleaned where they need not be exact.</summary>
    public ImmutableDictionary<string, string> Fields { get; init; } = ImmutableDictionary<string, string>.Empty;

    public string? Field(string name) => Fields.GetValueOrDefault(name);

    /// <summary>The options as the bot writes them: keys, ids and numbers rather than what was typed.</summary>
    public ImmutableDictionary<string, string> ToOptions()
    {
        var options = Fields.ToBuilder();
        foreach (var (name, value) in Values())
        {
            if (value is not null)
                options[name] = value;
        }

        return options.ToImmutable();
    }

    private (string Name, string? Value)[] Values() =>
    [
        (OptionNames.Organisation, Organisation),
        (OptionNames.First, First),
        (OptionNames.Second, Second),
        (OptionNames.Reason, Reason?.Key),
        (OptionNames.Platform, Platform?.Key),
        (OptionNames.Kind, Kind?.Value),
        (OptionNames.Place, Place?.Value),
        (OptionNames.Period, Period?.ToString()),
        (OptionNames.AsOf, AsOf?.ToString("O", CultureInfo.InvariantCulture)),
        (OptionNames.Words, Words),
        (OptionNames.Id, Id),
        (OptionNames.Command, Command?.Name),
        (OptionNames.Page, Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture)),
        (OptionNames.Language, Language switch
        {
            null => null,
            Localisation.Language.French => "fr",
            _ => "en",
        }),
        (OptionNames.Visible, IsPrivate switch
        {
            null => null,
            true => "me",
            _ => "everyone",
        }),
    ];
}
