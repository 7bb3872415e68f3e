using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace QuitteXBot.Testing.Discord;

/// <summary>Counts requests as Discord does: 50 a second over all routes but those of interactions, and per route and channel, with the headers that tell.</summary>
internal sealed class RestLimits(TestDiscord discord)
{
    private readonly Lock gate = new();
    private readonly Queue<DateTimeOffset> global = new();
    private readonly ConcurrentDictionary<string, (DateTimeOffset Reset, int Count)> windows = new();

    /// <summary>Null where the request may pass; else after how many seconds it may, and whether the global limit stops it.</summary>
    public (double RetryAfter, bool Global)? Enter(HttpContext context, string method, string[] path)
    {
        if (path[0] is "interactions" or "webhooks")
            return null;
        var now = discord.Time.GetUtcNow();
        lock (gate)
        {
            while (global.TryPeek(out var oldest) && oldest + TimeSpan.FromSeconds(1) <= now)
                global.Dequeue();
            if (global.Count >= discord.Options.GlobalLimit)
                return ((global.Peek() + TimeSpan.FromSeconds(1) - now).TotalSeconds, true);
            global.Enqueue(now);
            if (method != "POST" || path is not ["channels", var channel, "messages"])
                return null;
            var (reset, count) = windows.TryGetValue(channel, out var window) && window.Reset > now ? window : (now + discord.Options.MessageWindow, 0);
            if (count < discord.Options.MessageLimit)
                count++;
            else
                count = discord.Options.MessageLimit + 1;
            windows[channel] = (reset, count);
            WriteHeaders(context, reset, count);
            return count > discord.Options.MessageLimit ? ((reset - now).TotalSeconds, false) : null;
        }
    }

    private void WriteHeaders(HttpContext context, DateTimeOffset reset, int count)
    {
        var headers = context.Response.Headers;
        headers["X-RateLimit-Bucket"] = "b10c4f";
        headers["X-RateLimit-Limit"] = discord.Options.MessageLimit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = Math.Max(0, discord.Options.MessageLimit - count).ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = (reset.ToUnixTimeMilliseconds() / 1000.0).ToString("F3", CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset-After"] = (reset - discord.Time.GetUtcNow()).TotalSeconds.ToString("F3", CultureInfo.InvariantCulture);
    }
}
