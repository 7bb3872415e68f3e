using System.Collections.Immutable;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Core.Departures;

/// <summary>A fact and the report that it is read in: no fact without its source.</summary>
public sealed record CitedFact<T>(T Value, Citation Citation);

/// <summary>One departure, made of all its reports. Of each date the most precise is shown, then the most reported, then the earliest.</summary>
public sealed record Departure
{
    public required string? OrganisationId { get; init; }

    public required string? Person { get; init; }

    public required DepartureAction Action { get; init; }

    public CitedFact<PartialDate>? Announced { get; init; }

    public CitedFact<PartialDate>? Effective { get; init; }

    public CitedFact<PartialDate>? Observed { get; init; }

    public ImmutableArray<CitedFact<string>> PlatformsKept { get; init; } = [];

    public ImmutableArray<CitedFact<string>> PlatformsJoined { get; init; } = [];

    /// <summary>All reports, best first: held sources before addresses, precise before vague.</summary>
    public required ImmutableArray<DepartureReport> Evidence { get; init; }

    /// <summary>The date that places it in time: effective, else announced, else observed.</summary>
    public PartialDate? Date => (Effective ?? Announced ?? Observed)?.Value;
}
