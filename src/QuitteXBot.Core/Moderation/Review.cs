namespace QuitteXBot.Core.Moderation;

public enum ReviewKind
{
    /// <summary>A member's text or address that may hold a statement.</summary>
    Suggestion,

    /// <summary>A member says that an answer is wrong.</summary>
    Report,

    /// <summary>A moderator's new or edited statement that another moderator must approve.</summary>
    Approval,
}

public enum ReviewStatus
{
    Open,
    Accepted,
    Rejected,
}

/// <param name="Text">The member's words: the text suggested, or what is wrong.</param>
/// <param name="Url">Where it is read.</param>
/// <param name="StatementId">The statement that is reported, or that is to be edited.</param>
/// <param name="Draft">The statement that waits for approval, as JSON of whoever put it there.</param>
/// <param name="Language">Of the author: <c>fr</c>, <c>en</c>.</param>
public sealed record NewReview(
    ReviewKind Kind, string Text, string? Url = null, string? StatementId = null, string? OrganisationId = null, string? Draft = null, string Language = "fr");

/// <summary>An item of the review queue.</summary>
/// <param name="Author">As <see cref="HistoryEntry.Actor"/>.</param>
/// <param name="Reason">Why it was decided so, as the author is told.</param>
public sealed record ReviewItem(
    long Number, NewReview Content, DateTimeOffset At, string? Author, ReviewStatus Status, string? DecidedBy, string? Reason);

public sealed record ReviewDecision(long Number, bool Accepted, string? Reason);
