using System.Collections.Concurrent;

namespace QuitteXBot.Discord.Rest;

/// <summary>All rate limits: a bucket for each route and top-level resource, shared where Discord says that routes share one, and the global limit.</summary>
internal sealed class RateLimiter(TimeProvider time)
{
    /// <summary>Above this many buckets those at rest are forgotten.</summary>
    private const int MostBuckets = 2_000;

    private readonly ConcurrentDictionary<string, string> hashes = new();
    private readonly ConcurrentDictionary<string, RateLimitBucket> buckets = new();

    public GlobalRateLimit Global { get; } = new(time);

    /// <summary>Waits until the call may be made; null where its deadline comes first.</summary>
    public async Task<RateLimitBucket?> EnterAsync(DiscordRoute route, DateTimeOffset? deadline, CancellationToken cancellationToken)
    {
        // Every interaction is a top-level resource of its own: what it is told (429) is obeyed by its own call, and nothing is left to remember.
        if (route.IsInteraction)
            return new RateLimitBucket(time);
        var bucket = buckets.GetOrAdd(KeyOf(route), _ => new RateLimitBucket(time));
        if (!await bucket.EnterAsync(deadline, cancellationToken).ConfigureAwait(false))
            return null;
        if (await Global.EnterAsync(deadline, cancellationToken).ConfigureAwait(false))
            return bucket;
        bucket.Leave(default);
        return null;
    }

    public void Leave(DiscordRoute route, RateLimitBucket bucket, RateLimitHeaders headers)
    {
        bucket.Leave(headers);
        if (route.IsInteraction || headers.Bucket is null)
            return;
        var before = KeyOf(route);
        hashes[route.Template] = headers.Bucket;
        var after = KeyOf(route);
        if (after != before)
        {
            buckets.TryRemove(before, out _);
            buckets.TryAdd(after, bucket);
        }

        Forget();
    }

    private string KeyOf(DiscordRoute route) => $"{hashes.GetValueOrDefault(route.Template, route.Template)}|{route.Major}";

    private void Forget()
    {
        if (buckets.Count <= MostBuckets)
            return;
        foreach (var (key, bucket) in buckets)
        {
            if (bucket.IsIdle)
                buckets.TryRemove(key, out _);
        }
    }
}
