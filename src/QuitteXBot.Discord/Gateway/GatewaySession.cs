namespace QuitteXBot.Discord.Gateway;

/// <summary>What is needed to resume: kept from one connection of a shard to the next.</summary>
internal sealed class GatewaySession
{
    private long sequence = -1;

    public string? Id { get; private set; }

    public Uri? ResumeUrl { get; private set; }

    /// <summary>The highest sequence number received, or null before the first.</summary>
    public long? Sequence => Interlocked.Read(ref sequence) is >= 0 and var number ? number : null;

    public bool CanResume => Id is not null && Sequence is not null;

    public void Begin(string id, Uri? resumeUrl) => (Id, ResumeUrl) = (id, resumeUrl);

    public void Saw(long number)
    {
        if (number > Interlocked.Read(ref sequence))
            Interlocked.Exchange(ref sequence, number);
    }

    public void Forget()
    {
        (Id, ResumeUrl) = (null, null);
        Interlocked.Exchange(ref sequence, -1);
    }
}
