using QuitteXBot.Commands.Replies;

namespace QuitteXBot.Commands.Announcing;

/// <summary>Sends messages that nobody asked for: announcements to channels, words to one person. Each platform has one while it runs.</summary>
public interface IAnnouncer
{
    /// <summary><c>discord</c>, <c>matrix</c>.</summary>
    string Platform { get; }

    /// <param name="channel">Discord's channel id, Matrix's room id.</param>
    /// <param name="key">The same at every attempt, so that the platform can tell a repetition: Discord's nonce, part of Matrix's transaction id.</param>
    /// <param name="asText">On Matrix <c>m.text</c> rather than <c>m.notice</c>.</param>
    Task<Delivery> SendAsync(string channel, Reply reply, string key, bool asText, CancellationToken cancellationToken);

    /// <param name="messageId">As <see cref="Delivered"/> told it.</param>
    Task<Delivery> EditAsync(string channel, string messageId, Reply reply, string key, bool asText, CancellationToken cancellationToken);

    /// <summary>A word to one person, in a direct chat.</summary>
    /// <param name="user">The platform's own name for them: <c>1234</c>, <c>@a:example.org</c>.</param>
    Task<Delivery> NotifyAsync(string user, Reply reply, string key, CancellationToken cancellationToken);
}

/// <summary>What became of a message.</summary>
public abstract record Delivery;

public sealed record Delivered(string MessageId) : Delivery;

/// <summary>Not now (a rate limit, a server that is down): it may be tried again after that time.</summary>
public sealed record DeliverLater(TimeSpan Delay, string Reason) : Delivery;

/// <summary>Never: the channel is gone or forbidden, or the message to edit was deleted.</summary>
/// <param name="ChannelIsLost">Whether nothing can be sent there any more.</param>
public sealed record Undeliverable(bool ChannelIsLost, string Reason) : Delivery;
