using QuitteXBot.Matrix.Configuration;

namespace QuitteXBot.Matrix.Conversation;

internal enum Allowance
{
    Granted,

    /// <summary>Spent just now: say so, once.</summary>
    FirstRefusal,
    Refused,
}

/// <summary>Keeps one user from filling a room, and one room from taking all of the bot's time.</summary>
internal sealed class Budget(MatrixOptions options, TimeProvider time)
{
    private const int MostBuckets = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, TokenBucket> buckets = new(StringComparer.Ordinal);

    public Allowance Take(string userId, string roomId)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var user = Bucket(userId, options.UserBurst, options.UserRefill, now);
            var room = Bucket(roomId, options.RoomBurst, options.RoomRefill, now);
            if (user.HasToken(now) && room.HasToken(now))
            {
                user.Take();
                room.Take();
                return Allowance.Granted;
            }

            var spent = user.HasToken(now) ? room : user;
            if (spent.Told)
                return Allowance.Refused;
            spent.Told = true;
            return Allowance.FirstRefusal;
        }
    }

    private TokenBucket Bucket(string key, int burst, TimeSpan refill, DateTimeOffset now)
    {
        if (buckets.TryGetValue(key, out var bucket))
            return bucket;
        if (buckets.Count >= MostBuckets)
        {
            foreach (var full in buckets.Where(entry => entry.Value.IsFull(now)).Select(entry => entry.Key).ToList())
                buckets.Remove(full);
            // With so many strangers at once, forgetting what they spent is better than filling the memory.
            if (buckets.Count >= MostBuckets)
                buckets.Clear();
        }

        return buckets[key] = new TokenBucket(burst, refill, now);
    }
}
