using System.Collections.Immutable;

namespace QuitteXBot.Core.Moderation;

/// <summary>One revision of an entity, as people read it.</summary>
/// <param name="Number">Of the revision.</param>
/// <param name="Actor"><c>platform:user</c>, <c>seeds</c>, or null where that person was erased.</param>
/// <param name="Command">Of the change that it belongs to, null for what the seeds brought and for subscriptions.</param>
/// <param name="Note">The change's note.</param>
/// <param name="Fields">What is other than before, in the order of the fields.</param>
public sealed record HistoryEntry(
    long Number, DateTimeOffset At, string? Actor, string Entity, string EntityId, string Action, string? Command, string? Note, ImmutableArray<FieldChange> Fields);

/// <summary>A field's value before and after, as the log has it: text as it is, lists with commas; null where it had none.</summary>
/// <param name="Field">As the log names it: <c>saidOn</c>; within another <c>citation.outlet</c>.</param>
public sealed record FieldChange(string Field, string? Before, string? After);
