using System.Collections.Immutable;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Core.Storage;

/// <summary>Carries what is recorded from one store into another, its log included.</summary>
public interface IStoreTransfer
{
    /// <summary>The whole log and what it rests on, from one snapshot.</summary>
    Task<StoreLog> ReadLogAsync(CancellationToken cancellationToken);

    /// <summary>What <see cref="IStore.ApplyAsync"/> would change; nothing is kept.</summary>
    /// <exception cref="ArgumentException">The batch contradicts itself.</exception>
    Task<IngestReport> PreviewAsync(IngestBatch batch, string actor, CancellationToken cancellationToken);

    /// <summary>
    /// Takes a log into a store that has none: every record becomes what its last revision says. The texts that people put into the review queue are in no
    /// log; its items are taken without them, those undecided as rejected. Errors: <c>store-not-empty</c>, <c>log-broken</c> (a hash does not fit),
    /// <c>log-incomplete</c> (it makes no sound store, or not the one that <paramref name="records"/> describes); with each of them nothing is kept.
    /// </summary>
    /// <param name="keep">False to try only.</param>
    Task<Result<IngestReport>> TakeLogAsync(StoreLog log, IngestBatch records, bool keep, CancellationToken cancellationToken);
}

/// <param name="Texts">Every text that a source ever had, in the order in which they came.</param>
/// <param name="Pages">What the last checks found, by source.</param>
public sealed record StoreLog(ImmutableArray<LoggedRevision> Revisions, ImmutableArray<SourceTextVersion> Texts, ImmutableSortedDictionary<string, PageCheck> Pages);

/// <summary>A revision exactly as its hash covers it.</summary>
/// <param name="Actor"><c>seeds</c>, <c>import</c>, or a pseudonym.</param>
public sealed record LoggedRevision(
    long Number, string At, string Actor, string Entity, string EntityId, string Action, string? Before, string? After, string Hash);

public sealed record SourceTextVersion(string SourceId, string Text);
