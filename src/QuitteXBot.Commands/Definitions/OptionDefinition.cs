using System.Collections.Immutable;

namespace QuitteXBot.Commands.Definitions;

/// <summary>What an option holds, and so how it is completed and checked.</summary>
public enum OptionKind
{
    /// <summary>A name or an id of an organisation; completed from the names.</summary>
    Organisation,

    /// <summary>A key or label of a reason; a fixed choice.</summary>
    Reason,

    /// <summary>A key or name of a platform; a fixed choice.</summary>
    Platform,

    /// <summary>A kind of organisation; a fixed choice.</summary>
    OrganisationKind,

    /// <summary>A région or département.</summary>
    Place,

    /// <summary>A year, a month, a day, or two of them with <c>..</c> between.</summary>
    Period,

    /// <summary>A day that is not to come; a month or a year stands for its last day.</summary>
    Day,

    /// <summary>Free words.</summary>
    Text,

    /// <summary>A statement's id.</summary>
    Statement,

    /// <summary>A source's id; completed from the sources.</summary>
    Source,

    /// <summary>A page's number, from 1.</summary>
    Page,

    /// <summary><c>fr</c> or <c>en</c>; a fixed choice.</summary>
    Language,

    /// <summary><c>me</c> or <c>everyone</c>; a fixed choice.</summary>
    Visibility,

    /// <summary>A command's name; a fixed choice.</summary>
    Command,

    /// <summary>Words that are kept exactly as they come, on several lines where they have them: a quote, a document.</summary>
    Verbatim,

    /// <summary>A year, a month or a day.</summary>
    Date,

    /// <summary>What an organisation did: leaves, suspends, returns; a fixed choice.</summary>
    Action,

    /// <summary>An attached file; where none can be attached, its path on the console.</summary>
    Attachment,

    /// <summary>The number of an item in the review queue.</summary>
    Review,

    /// <summary><c>on</c> or <c>off</c>; a fixed choice.</summary>
    Switch,
}

/// <summary>An option of a command.</summary>
public sealed record OptionDefinition
{
    /// <summary>English and canonical: <c>organisation</c>.</summary>
    public required string Name { get; init; }

    public required string FrenchName { get; init; }

    /// <summary>Other names that are understood when typed; never registered or listed.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    public required OptionKind Kind { get; init; }

    public bool Required { get; init; }

    /// <summary>One sentence, 100 characters at most.</summary>
    public required LocalisedText Summary { get; init; }
}
