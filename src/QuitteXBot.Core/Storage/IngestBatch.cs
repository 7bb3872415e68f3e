using System.Collections.Immutable;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Core.Storage;

/// <summary>All that one reading of the seeds brings.</summary>
public sealed record IngestBatch
{
    /// <summary>The organisations that statements and reports below refer to.</summary>
    public ImmutableArray<Organisation> Organisations { get; init; } = [];

    public ImmutableArray<Person> Persons { get; init; } = [];

    public ImmutableArray<Source> Sources { get; init; } = [];

    /// <summary>Statements of <see cref="Sources"/>, complete: what the store has of such a source and is not here is no longer found.</summary>
    public ImmutableArray<Statement> Statements { get; init; } = [];

    /// <summary>Reports from the sources and from <c>seeds/departures.csv</c>, complete.</summary>
    public ImmutableArray<DepartureReport> Reports { get; init; } = [];

    /// <summary>Sources that exist but could not be read this time: what the store has of them stays.</summary>
    public ImmutableArray<string> UnreadableSourceIds { get; init; } = [];

    /// <summary>Whether some report could not be read: reports that are missing here stay in the store.</summary>
    public bool ReportsIncomplete { get; init; }
}

/// <summary>What a batch changed, counted over all kinds of entities.</summary>
/// <param name="Lost">Statements whose quote is no longer in its source's text: withdrawn, and to be told to the maintainer.</param>
public sealed record IngestReport(int Added, int Changed, int Unchanged, int Withdrawn, ImmutableArray<string> Lost);
