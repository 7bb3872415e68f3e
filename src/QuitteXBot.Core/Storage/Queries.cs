using System.Collections.Immutable;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Core.Storage;

/// <summary>Part of a longer list.</summary>
/// <param name="Total">Length of the whole list.</param>
public sealed record Page<T>(ImmutableArray<T> Items, int Total, int Offset);

/// <summary>Conditions are joined by "and"; null or empty means any.</summary>
public sealed record StatementQuery
{
    public ImmutableArray<string> Ids { get; init; } = [];

    public string? OrganisationId { get; init; }

    public string? SourceId { get; init; }

    public string? Reason { get; init; }

    public StatementTopic? Topic { get; init; }

    /// <summary>Whether pull quotes of titles and intertitles are wanted too.</summary>
    public bool IncludeHeadings { get; init; }

    public ImmutableArray<StatementStatus> Statuses { get; init; } = [StatementStatus.Published];

    public int Offset { get; init; }

    public int Limit { get; init; } = 25;
}

/// <summary>Conditions are joined by "and"; null or empty means any.</summary>
public sealed record DepartureQuery
{
    public OrganisationKind? Kind { get; init; }

    public string? DepartementCode { get; init; }

    public string? RegionCode { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>Key of a platform that is kept or joined.</summary>
    public string? Platform { get; init; }

    /// <summary>A reason that a published "why" statement of the organisation gives.</summary>
    public string? Reason { get; init; }

    /// <summary>Departures whose date may lie on or after this day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Departures whose date may lie on or before this day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether people who left for themselves are wanted too.</summary>
    public bool IncludePersons { get; init; }

    public int Offset { get; init; }

    public int Limit { get; init; } = 25;
}

/// <param name="Organisation">Null where a person left for themselves.</param>
/// <param name="Statements">How many published "why" statements the organisation has.</param>
public sealed record DepartureEntry(Organisation? Organisation, Departure Departure, int Statements);

public sealed record ReasonCount(string Reason, int Organisations, int Statements);

public sealed record SourceSummary(string Id, string? Outlet, string? Title, PartialDate? Published, string Language, int Statements);

public sealed record StoreSummary(int Sources, int Organisations, int Statements, int Published, int Reports, int Revisions);
