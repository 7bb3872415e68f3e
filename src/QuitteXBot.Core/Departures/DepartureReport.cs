using System.Collections.Immutable;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Core.Departures;

/// <summary>What one source says of one departure. Several reports may tell of the same departure; each is kept as evidence.</summary>
public sealed record DepartureReport
{
    /// <summary>Stable: <c>d</c> and 12 hexadecimal digits of the SHA-256 of who, action and citation.</summary>
    public required string Id { get; init; }

    /// <summary>Who leaves: an organisation's id, or null where a person leaves for themselves.</summary>
    public string? OrganisationId { get; init; }

    /// <summary>The person who leaves with a personal account: their organisation did not leave with them.</summary>
    public string? Person { get; init; }

    public required DepartureAction Action { get; init; }

    /// <summary>When it was made known.</summary>
    public PartialDate? Announced { get; init; }

    /// <summary>From when it holds.</summary>
    public PartialDate? Effective { get; init; }

    /// <summary>When the source saw it as a fact, without saying when it happened or was announced.</summary>
    public PartialDate? Observed { get; init; }

    /// <summary>Keys of <c>config/platforms.yml</c>.</summary>
    public ImmutableArray<string> PlatformsKept { get; init; } = [];

    /// <summary>Keys of <c>config/platforms.yml</c>.</summary>
    public ImmutableArray<string> PlatformsJoined { get; init; } = [];

    /// <summary>The accounts that are left, as the source writes them.</summary>
    public ImmutableArray<string> Accounts { get; init; } = [];

    /// <summary>The source's own vagueness or a remark, in its words.</summary>
    public string? Note { get; init; }

    public required Citation Citation { get; init; }
}
