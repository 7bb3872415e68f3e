using System.Collections.Immutable;
using QuitteXBot.Commands.Localisation;
using QuitteXBot.Core.Departures;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Commands.Replies;

/// <summary>
/// An answer without any platform in it: plain text in the answer's language, to be escaped by each renderer for where it goes.
/// <see cref="Blocks"/> is what is shown, in order; the other properties are the same content for programs.
/// </summary>
public sealed record Reply
{
    /// <summary>The canonical name of the command that answered, or empty where none was understood.</summary>
    public required string Command { get; init; }

    public required Language Language { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    public ImmutableArray<ReplyBlock> Blocks { get; init; } = [];

    public Organisation? Organisation { get; init; }

    public ImmutableArray<Organisation> Candidates { get; init; } = [];

    public ImmutableArray<QuoteView> Statements { get; init; } = [];

    public ImmutableArray<DepartureView> Departures { get; init; } = [];

    public ImmutableArray<ReplyAction> Actions { get; init; } = [];

    /// <summary>The day as of which it holds; null for now.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Whether only the asker should see it, where the platform can do that.</summary>
    public bool Private { get; init; }

    /// <summary>What the asker is to fill in. Where a platform has no forms, the blocks tell how to type the same.</summary>
    public ReplyForm? Form { get; init; }

    /// <summary>A file that goes with the answer.</summary>
    public ReplyFile? File { get; init; }

    /// <summary>What the answer becomes while work goes on, the last one for good; the platform edits its message. Must be read to its end.</summary>
    public IAsyncEnumerable<Reply>? Updates { get; init; }
}

/// <param name="Name">With its extension.</param>
public sealed record ReplyFile(string Name, string MediaType, ReadOnlyMemory<byte> Content);

/// <param name="Name">Of the organisation or person that leaves.</param>
public sealed record DepartureView(string Name, Organisation? Organisation, Departure Departure);

/// <summary>A follow-up that the platform may offer: a button, a reaction, a hint on the console.</summary>
/// <param name="Label">In the answer's language, 80 characters at most.</param>
/// <param name="Command">Canonical name of the command to execute.</param>
/// <param name="Options">Its options.</param>
public sealed record ReplyAction(ReplyActionKind Kind, string Label, string Command, ImmutableDictionary<string, string> Options);

public enum ReplyActionKind
{
    PreviousPage,
    NextPage,

    /// <summary>Shows the quote in its paragraph.</summary>
    InContext,
    OtherStatements,

    /// <summary>Picks one of the candidates of an ambiguous name.</summary>
    Choose,

    /// <summary>Keeps what the preview shows.</summary>
    Confirm,

    /// <summary>Drops what the preview shows.</summary>
    Cancel,

    /// <summary>Any other step; it may lead to a form.</summary>
    Step,
}
