using QuitteXBot.Commands.Definitions;
using QuitteXBot.Commands.Values;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Commands.Moderation;

/// <summary>A statement as a moderator fills it in: words as they were typed, null where nothing was said yet. Kept as JSON while it waits for approval.</summary>
public sealed record StatementFields
{
    /// <summary>A name or an id.</summary>
    public string? Organisation { get; init; }

    /// <summary>Of an organisation that nobody knows yet.</summary>
    public string? NewKind { get; init; }

    public string? Quote { get; init; }

    public string? Speaker { get; init; }

    public string? Role { get; init; }

    public string? Url { get; init; }

    public string? Outlet { get; init; }

    public string? Title { get; init; }

    public string? Published { get; init; }

    public string? SaidOn { get; init; }

    /// <summary>Keys or labels with commas between; null lets the vocabulary propose, empty is none.</summary>
    public string? Reasons { get; init; }

    /// <summary>The statement that is corrected, or null for a new one.</summary>
    public string? StatementId { get; init; }

    /// <summary>The statement's last revision when its author read it.</summary>
    public long Seen { get; init; }

    /// <summary>The item of the review queue that this settles.</summary>
    public long? Review { get; init; }

    /// <summary>The held source, or the posted document, that the quote is read in.</summary>
    public string? Source { get; init; }

    /// <summary>The id under which a posted document waits, while it is not stored.</summary>
    public string? Document { get; init; }

    /// <summary>Which of the document's findings this is, from 1.</summary>
    public int? Finding { get; init; }

    internal static StatementFields Of(CitedStatement cited, long seen)
    {
        var (statement, citation) = cited;
        return new StatementFields
        {
            Organisation = statement.Attribution.OrganisationId ?? statement.Attribution.OrganisationName,
            Quote = statement.Quote.Text,
            Speaker = statement.Attribution.Speaker ?? "",
            Role = statement.Attribution.Role ?? "",
            Url = citation.Url ?? "",
            Outlet = citation.Outlet ?? "",
            Title = citation.Title ?? "",
            Published = citation.Published?.ToString() ?? "",
            SaidOn = statement.SaidOn?.ToString() ?? "",
            Reasons = string.Join(", ", statement.Reasons),
            StatementId = statement.Id,
            Seen = seen,
        };
    }

    /// <summary>These fields, with those that were given now in their place.</summary>
    internal StatementFields With(Arguments arguments) => this with
    {
        Organisation = arguments.Organisation ?? Organisation,
        NewKind = arguments.Kind?.Value ?? NewKind,
        Quote = arguments.Field(OptionNames.Quote) ?? Quote,
        Speaker = arguments.Field(OptionNames.Speaker) ?? Speaker,
        Role = arguments.Field(OptionNames.Role) ?? Role,
        Url = arguments.Field(OptionNames.Url) ?? Url,
        Outlet = arguments.Field(OptionNames.Outlet) ?? Outlet,
        Title = arguments.Field(OptionNames.Title) ?? Title,
        Published = arguments.Field(OptionNames.Published) ?? Published,
        SaidOn = arguments.Field(OptionNames.SaidOn) ?? SaidOn,
        Reasons = arguments.Field(OptionNames.Reasons) ?? Reasons,
    };

    internal string? Value(string option) => option switch
    {
        OptionNames.Organisation => Organisation,
        OptionNames.Kind => NewKind,
        OptionNames.Quote => Quote,
        OptionNames.Speaker => Speaker,
        OptionNames.Role => Role,
        OptionNames.Url => Url,
        OptionNames.Outlet => Outlet,
        OptionNames.Title => Title,
        OptionNames.Published => Published,
        OptionNames.SaidOn => SaidOn,
        OptionNames.Reasons => Reasons,
        _ => null,
    };
}
