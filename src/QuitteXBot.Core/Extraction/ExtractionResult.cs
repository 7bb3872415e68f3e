using System.Collections.Immutable;
using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Core.Extraction;

/// <summary>What the ingestion finds in one document. Nothing of it is stored yet.</summary>
/// <param name="Flags">What makes the whole document doubtful, kebab-case: <c>lost-quotes</c>, <c>machine-translation</c>. A flagged document's quotes are drafts.</param>
public sealed record ExtractionResult(
    string SourceId, ImmutableArray<ExtractedQuote> Quotes, ImmutableArray<ExtractedDeparture> Departures, ImmutableArray<string> Flags);

/// <summary>Why a field has its value: the rule that gave it and the words of the text that the rule saw.</summary>
/// <param name="Field"><c>speaker</c>, <c>organisation</c>, <c>reason</c>, <c>date</c>, <c>action</c>, <c>platform</c>, <c>topic</c>.</param>
public sealed record Evidence(string Field, string Rule, string Words);

public sealed record ExtractedQuote
{
    public required Quote Quote { get; init; }

    public required Attribution Attribution { get; init; }

    public required StatementTopic Topic { get; init; }

    public ImmutableArray<string> Reasons { get; init; } = [];

    public required Confidence Confidence { get; init; }

    public ImmutableArray<Evidence> Evidence { get; init; } = [];
}

public sealed record ExtractedDeparture
{
    /// <summary>The organisation's id where the gazetteer has it.</summary>
    public string? OrganisationId { get; init; }

    /// <summary>The official name where it is known, else the text's words; null where a person leaves.</summary>
    public string? Organisation { get; init; }

    public string? Person { get; init; }

    public OrganisationKind Kind { get; init; }

    public required DepartureAction Action { get; init; }

    public PartialDate? Announced { get; init; }

    public PartialDate? Effective { get; init; }

    public ImmutableArray<string> PlatformsKept { get; init; } = [];

    public ImmutableArray<string> PlatformsJoined { get; init; } = [];

    /// <summary>The text's own remark on it: <c>sans y avoir été active</c>.</summary>
    public string? Note { get; init; }

    /// <summary>Where in the text it is told: code points.</summary>
    public required int Start { get; init; }

    public required int End { get; init; }

    public double Confidence { get; init; } = 1;

    public ImmutableArray<Evidence> Evidence { get; init; } = [];
}
