namespace QuitteXBot.Matrix.Protocol;

/// <param name="Events">Newest first.</param>
/// <param name="End">Where the next page begins, or null at the room's beginning.</param>
internal sealed record EventPage(IReadOnlyList<RoomEvent> Events, string? End);
