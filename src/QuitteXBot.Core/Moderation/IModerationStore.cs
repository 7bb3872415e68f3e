using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Core.Moderation;

/// <summary>
/// What people change. Writes are whole or not at all and durable when they return. People are named as <c>platform:user</c>
/// (<c>discord:1234</c>, <c>matrix:@a:example.org</c>, <c>console:local</c>); the log has a pseudonym in their stead, so that erasing who was behind it breaks no hash.
/// </summary>
public interface IModerationStore
{
    /// <summary>
    /// Makes the change. What becomes published or is no longer so, and corrections, are put into the outbox of every subscription that wants them, in the same transaction.
    /// </summary>
    /// <returns>Errors: <c>conflict</c> (its location is the entity's id: someone changed it since), <c>already-decided</c> (the review item),
    /// <c>own-work</c> (an approval by its own author), <c>not-found</c> (its location is the id).</returns>
    /// <exception cref="ArgumentException">The change contradicts itself (a quote that is not in its source, an organisation that nobody knows): a bug.</exception>
    Task<Result<ChangeReceipt>> ChangeAsync(Change change, string actor, CancellationToken cancellationToken);

    /// <summary>Sets what the author's last change touched back to what it was before: as a change of its own, which can be undone in its turn.</summary>
    /// <returns>The change that was undone. Errors: <c>nothing-to-undo</c>, <c>conflict</c> (someone changed the same since).</returns>
    Task<Result<HistoryEntry>> UndoAsync(string actor, CancellationToken cancellationToken);

    /// <summary>The number of the entity's last revision, 0 where there is none.</summary>
    Task<long> VersionAsync(string entityId, CancellationToken cancellationToken);

    /// <summary>Newest first. A statement that changed its id is followed through it.</summary>
    Task<Page<HistoryEntry>> HistoryAsync(string entityId, int offset, int limit, CancellationToken cancellationToken);

    /// <summary>The organisation as the store has it (the gazetteer knows more), or null.</summary>
    Task<Organisation?> FindOrganisationAsync(string id, CancellationToken cancellationToken);

    /// <summary>Published statements that may be the same as <paramref name="quote"/>: most alike first, at most three.</summary>
    Task<IReadOnlyList<CitedStatement>> NearDuplicatesAsync(string? organisationId, string quote, CancellationToken cancellationToken);

    /// <summary>The held source with that address or, failing that, that archive address; null where none has it.</summary>
    Task<Sources.Source?> FindSourceByUrlAsync(string url, CancellationToken cancellationToken);

    /// <summary>Oldest first.</summary>
    Task<Page<ReviewItem>> ReviewsAsync(ReviewStatus status, int offset, int limit, CancellationToken cancellationToken);

    Task<ReviewItem?> FindReviewAsync(long number, CancellationToken cancellationToken);

    /// <summary>How many items the author put into the queue since then: for budgets.</summary>
    Task<int> CountReviewsAsync(string author, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Forgets who is behind a pseudonym, and removes what else tells who they are. The log stays as it is.</summary>
    /// <returns>Whether anything was known of them.</returns>
    Task<bool> EraseAsync(string person, CancellationToken cancellationToken);

    /// <summary>Keeps what was found of the page that a source was read on.</summary>
    Task RecordPageAsync(string sourceId, PageCheck check, CancellationToken cancellationToken);
}
