using System.Collections.Immutable;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;

namespace QuitteXBot.Core.Moderation;

/// <summary>What one person changes at once: all of it is kept, or nothing. Each entity that it touches gets a revision, the change itself one behind them.</summary>
public sealed record Change
{
    /// <summary>Canonical name of the command that makes it: <c>statement add</c>.</summary>
    public required string Command { get; init; }

    /// <summary>Why, in the author's words.</summary>
    public string? Note { get; init; }

    /// <summary>
    /// What asked for it, where that may ask again after a crash (an event's id): a change under a key that was made already is not made again,
    /// its first receipt is given. Kept as a hash, for some weeks.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>Entity id → number of the last revision of it that the author saw (0: none). A later one makes the change a conflict.</summary>
    public ImmutableDictionary<string, long> Seen { get; init; } = ImmutableDictionary<string, long>.Empty;

    /// <summary>Organisations as they are to be, new or known.</summary>
    public ImmutableArray<Organisation> Organisations { get; init; } = [];

    public ImmutableArray<OrganisationMerge> Merges { get; init; } = [];

    /// <summary>Sources as they are to be. A new text is kept beside the old one.</summary>
    public ImmutableArray<Source> Sources { get; init; } = [];

    public ImmutableArray<StatementChange> Statements { get; init; } = [];

    public ImmutableArray<ReportChange> Reports { get; init; } = [];

    /// <summary>The item of the review queue that this settles.</summary>
    public ReviewDecision? Decision { get; init; }

    /// <summary>What is put into the review queue.</summary>
    public NewReview? Review { get; init; }
}

/// <param name="Id">The statement as it is now, or null for a new one: where one stands at that place already, that is a conflict, unless
/// <see cref="Change.Seen"/> has its id. The id follows the place, so <paramref name="After"/> may have another.</param>
public sealed record StatementChange(string? Id, Statement After);

/// <param name="Withdrawn">Whether it no longer counts.</param>
public sealed record ReportChange(DepartureReport Report, bool Withdrawn = false);

/// <summary>
/// Everything recorded of <paramref name="From"/> becomes <paramref name="Into"/>'s, its names too; <paramref name="From"/> is no longer listed, questions
/// for it are answered with <paramref name="Into"/>, and what the seeds bring for it later goes there. The seeds go on to govern what they govern.
/// </summary>
public sealed record OrganisationMerge(string From, string Into);

/// <param name="Number">The number of the change's own revision.</param>
/// <param name="Review">The number of the item that was put into the review queue.</param>
public sealed record ChangeReceipt(long Number, long? Review = null);
