namespace QuitteXBot.Core.Storage;

/// <summary>Who changed what and when. Append-only.</summary>
/// <param name="Actor"><c>seeds</c>, or the pseudonym of a person.</param>
/// <param name="Entity"><c>source</c>, <c>organisation</c>, <c>person</c>, <c>statement</c>, <c>report</c>, <c>review</c>, <c>subscription</c>;
/// <c>change</c> for what binds the revisions of one change, behind them.</param>
/// <param name="Action"><c>added</c>, <c>changed</c>, <c>withdrawn</c>, <c>restored</c>; of a change, its command.</param>
/// <param name="Before">JSON of the entity before, null when added.</param>
/// <param name="After">JSON of the entity after.</param>
public sealed record Revision(
    long Number, DateTimeOffset At, string Actor, string Entity, string EntityId, string Action, string? Before, string? After);
