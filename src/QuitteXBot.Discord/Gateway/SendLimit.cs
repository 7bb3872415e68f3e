namespace QuitteXBot.Discord.Gateway;

/// <summary>120 payloads in 60 s a connection, of which some are kept free for heartbeats. https://discord.com/developers/docs/events/gateway#rate-limiting</summary>
internal sealed class SendLimit(TimeProvider time)
{
    private const int Most = 120;
    private const int ForHeartbeats = 10;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
    private readonly Lock gate = new();
    private readonly Queue<DateTimeOffset> sent = new();

    public async Task EnterAsync(bool isHeartbeat, CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan wait;
            lock (gate)
            {
                var now = time.GetUtcNow();
                while (sent.TryPeek(out var oldest) && oldest + Window <= now)
                    sent.Dequeue();
                if (sent.Count < (isHeartbeat ? Most : Most - ForHeartbeats))
                {
                    sent.Enqueue(now);
                    return;
                }

                wait = sent.Peek() + Window - now;
            }

            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
