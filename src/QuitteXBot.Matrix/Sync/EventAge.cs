using QuitteXBot.Matrix.Protocol;

namespace QuitteXBot.Matrix.Sync;

internal static class EventAge
{
    /// <summary>As the bot's homeserver counts it, else by the clocks of the sender's server and of this machine.</summary>
    public static TimeSpan Of(RoomEvent item, TimeProvider time)
    {
        var milliseconds = item.Age ?? time.GetUtcNow().ToUnixTimeMilliseconds() - item.SentAt;
        return TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0L, (long)TimeSpan.FromDays(36500).TotalMilliseconds));
    }
}
