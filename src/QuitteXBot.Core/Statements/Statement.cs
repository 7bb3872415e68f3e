using System.Collections.Immutable;
using QuitteXBot.Core.Dates;

namespace QuitteXBot.Core.Statements;

/// <summary>What a statement tells of a departure.</summary>
public enum StatementTopic
{
    /// <summary>Why the organisation of its attribution leaves. Only these answer "why".</summary>
    Why,

    /// <summary>What comes next: where to follow, what will be watched.</summary>
    Next,

    /// <summary>Something else, or the words of one who does not leave (a critic, the platform's owner, a user): never anybody's reason.</summary>
    Other,
}

public enum StatementStatus
{
    Draft,
    Published,
    Withdrawn,
}

/// <summary>How sure the ingestion is of each field, from 0 (a guess) to 1 (the text says so in so many words, or a person confirmed it).</summary>
public sealed record Confidence(double Quote, double Speaker, double Organisation, double Reasons)
{
    public static Confidence Confirmed { get; } = new(1, 1, 1, 1);

    public double Least => Math.Min(Math.Min(Quote, Speaker), Math.Min(Organisation, Reasons));
}

/// <summary>A quote, who said it, and the reasons that it gives.</summary>
public sealed record Statement
{
    /// <summary>See <see cref="StatementId"/>.</summary>
    public required string Id { get; init; }

    public required Quote Quote { get; init; }

    public required Attribution Attribution { get; init; }

    /// <summary>Keys of <c>config/reasons.yml</c>, in that file's order.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    public StatementTopic Topic { get; init; } = StatementTopic.Other;

    public PartialDate? SaidOn { get; init; }

    public StatementStatus Status { get; init; } = StatementStatus.Draft;

    public Confidence Confidence { get; init; } = Confidence.Confirmed;
}
