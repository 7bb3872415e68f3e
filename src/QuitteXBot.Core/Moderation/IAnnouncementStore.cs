using System.Collections.Immutable;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Core.Moderation;

/// <summary>Where what is published is told, and of what.</summary>
/// <param name="Number">0 for a new one.</param>
/// <param name="Platform">The platform's name, as askers have it.</param>
/// <param name="Channel">The channel's or room's id on its platform.</param>
/// <param name="Language"><c>fr</c>, <c>en</c>.</param>
/// <param name="Kind">Only organisations of this kind.</param>
/// <param name="DepartementCode">Only organisations in this département.</param>
/// <param name="RegionCode">Only organisations in this région.</param>
/// <param name="Reason">Only statements that give this reason.</param>
/// <param name="AsText">Where a platform has both: a message that rings in place of one that does not.</param>
/// <param name="Fault">Why nothing is sent there any more, or null.</param>
public sealed record Subscription(
    long Number, string Platform, string Channel, string Language, OrganisationKind? Kind = null, string? DepartementCode = null, string? RegionCode = null,
    string? Reason = null, bool AsText = false, string? Fault = null)
{
    /// <summary>Only organisations of this country: ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }
}

public enum OutboxOperation
{
    /// <summary>A new message.</summary>
    Send,

    /// <summary>The message that told of it is brought up to date.</summary>
    Edit,

    /// <summary>A word to one person (<see cref="OutboxItem.Recipient"/>), about <see cref="OutboxItem.Review"/>.</summary>
    Notice,
}

/// <summary>One message that is to be sent or edited. Items of a channel go out in the order of their numbers.</summary>
/// <param name="Key">Unique and steady over restarts, 25 characters at most, letters and digits: by it a platform tells a repetition.</param>
/// <param name="Subscription">Null for a notice.</param>
/// <param name="StatementId">The statement that it tells of, as its id is now.</param>
/// <param name="ReportId">The report of a departure that it tells of.</param>
/// <param name="MessageId">The message to edit; null where it was never sent.</param>
/// <param name="Recipient"><c>platform:user</c>.</param>
public sealed record OutboxItem(
    long Number, string Key, OutboxOperation Operation, Subscription? Subscription, string? StatementId, string? ReportId, string? MessageId,
    string? Recipient, ReviewItem? Review, int Attempts);

/// <summary>
/// Subscriptions and the outbox that serves them. Told are published statements that say why (pull quotes left aside) and departures, when a person
/// publishes them; what the seeds bring is not. A message is rendered when it is sent, from what is stored then. Its channel is told once: what changes
/// later, also a withdrawal and a restoring, edits the message. Where it still waits and was never handed out, nothing more is needed, and what is
/// withdrawn by then is not sent at all.
/// </summary>
public interface IAnnouncementStore
{
    /// <summary>One a channel: replaces what the channel had under the same number, and takes it up again where it was paused.</summary>
    Task<Subscription> SubscribeAsync(Subscription subscription, string actor, CancellationToken cancellationToken);

    /// <summary>Ends it: what waits for the channel is dropped, and what was told there is not edited any more.</summary>
    /// <returns>Whether the channel had one.</returns>
    Task<bool> UnsubscribeAsync(string platform, string channel, string actor, CancellationToken cancellationToken);

    Task<IReadOnlyList<Subscription>> SubscriptionsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The oldest unsent item of each channel or recipient, if its time has come: one that is delayed holds up those behind it. Of the platforms named
    /// only; nothing for a paused channel. An item is handed out, with the same key, until it is settled by one of the three methods below; what
    /// changes after it was handed out for the first time puts an edit behind it.
    /// </summary>
    Task<IReadOnlyList<OutboxItem>> DueAsync(ImmutableArray<string> platforms, CancellationToken cancellationToken);

    /// <summary>The item is done. A number that is unknown (settled before, dropped) is passed over, here and below.</summary>
    /// <param name="messageId">As the platform names it; null where nothing had to be sent.</param>
    Task SentAsync(long number, string? messageId, CancellationToken cancellationToken);

    /// <summary>Tries the item again not before <paramref name="due"/>.</summary>
    Task DelayAsync(long number, DateTimeOffset due, CancellationToken cancellationToken);

    /// <summary>The item cannot be sent: it is dropped, and with a subscription that is gone (<paramref name="fault"/> given) everything waiting for that channel.</summary>
    Task GiveUpAsync(long number, string? fault, CancellationToken cancellationToken);

    /// <summary>Unsent items.</summary>
    Task<int> WaitingAsync(CancellationToken cancellationToken);
}
