namespace QuitteXBot.Discord.Mentions;

/// <summary>Who the bot is on Discord: told by READY, or by <c>GET /users/@me</c>.</summary>
public sealed class BotIdentity
{
    private ulong userId;
    private ulong applicationId;

    /// <summary>0 until it is known.</summary>
    public ulong UserId
    {
        get => Interlocked.Read(ref userId);
        internal set => Interlocked.Exchange(ref userId, value);
    }

    /// <summary>0 until it is known.</summary>
    public ulong ApplicationId
    {
        get => Interlocked.Read(ref applicationId);
        internal set => Interlocked.Exchange(ref applicationId, value);
    }
}
