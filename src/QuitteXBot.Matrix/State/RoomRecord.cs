namespace QuitteXBot.Matrix.State;

/// <summary>What is remembered of a room.</summary>
/// <param name="Joined">False while an invitation is waiting.</param>
/// <param name="Direct">Whether it was made to talk with the bot alone.</param>
/// <param name="Members">Joined members as last told, or 0.</param>
internal sealed record RoomRecord(string RoomId, bool Joined = false, bool Direct = false, bool Encrypted = false, long Members = 0)
{
    /// <summary>Whether whatever is said there is said to the bot: a direct chat that nobody else has entered.</summary>
    public bool IsPrivate => Direct && Members <= 2;
}
