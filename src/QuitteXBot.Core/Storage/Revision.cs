namespace QuitteXBot.Core.Storage;

/// <summary>Who changed what and when. Append-only.</summary>
/// <param name="Entity"><c>source</c>, <c>organisation</c>, <c>person</c>, <c>statement</c>, <c>report</c>.</param>
/// <param name="Action"><c>added</c>, <c>changed</c>, <c>withdrawn</c>, <c>restored</c>.</param>
/// <param name="Before">JSON of the entity before, null when added.</param>
/// <param name="After">JSON of the entity after.</param>
public sealed record Revision(
    long Number, DateTimeOffset At, string Actor, string Entity, string EntityId, string Action, string? Before, string? After);
