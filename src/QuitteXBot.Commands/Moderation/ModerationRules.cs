namespace QuitteXBot.Commands.Moderation;

/// <summary>The section <c>Moderation</c> of the configuration.</summary>
public sealed record ModerationRules
{
    /// <summary>How many moderators a statement needs to be published: 1, its author; 2, another one too.</summary>
    public int Approvals { get; init; } = 1;

    /// <summary>How long a preview waits for its confirmation.</summary>
    public TimeSpan PreviewLifetime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How many suggestions and reports a member may send in a day.</summary>
    public int SuggestionsPerDay { get; init; } = 10;
}
