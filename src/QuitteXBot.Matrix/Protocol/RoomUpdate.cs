using System.Collections.Immutable;

namespace QuitteXBot.Matrix.Protocol;

/// <summary>What one answer of /sync says of one room.</summary>
internal abstract record RoomUpdate(string RoomId);

/// <param name="Events">Of the timeline, oldest first.</param>
/// <param name="GapBefore">Where the missing events before <paramref name="Events"/> are to be fetched from, if any are missing.</param>
/// <param name="JoinedMembers">Where the homeserver says so: it does when the number changed.</param>
internal sealed record JoinedRoom(
    string RoomId, ImmutableArray<RoomEvent> Events, string? GapBefore, bool Encrypted, long? JoinedMembers, long? InvitedMembers) : RoomUpdate(RoomId);

/// <param name="Inviter">Empty where the homeserver does not say.</param>
internal sealed record InvitedRoom(string RoomId, string Inviter, bool IsDirect) : RoomUpdate(RoomId);

internal sealed record LeftRoom(string RoomId) : RoomUpdate(RoomId);
