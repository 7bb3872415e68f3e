using System.Collections.Immutable;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Ingestion.Seeds;

/// <summary>One checked row of <c>seeds/departures.csv</c>.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Kind">Null where a person leaves.</param>
internal sealed record DepartureRow(
    long Line,
    string Name,
    OrganisationKind? Kind,
    string Country,
    PartialDate? Date,
    DateKindInRow DateKind,
    ImmutableArray<string> PlatformsKept,
    ImmutableArray<string> PlatformsJoined,
    string Url,
    string? Note);

/// <summary>What the date of a row says.</summary>
internal enum DateKindInRow
{
    Announced,
    Effective,

    /// <summary>The page mentions the departure; the date is when, as far as it says.</summary>
    Mentioned,
}
