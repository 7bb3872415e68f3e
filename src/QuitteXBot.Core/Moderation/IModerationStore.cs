using System.Collections.Immutable;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Core.Moderation;

/// <summary>
/// What people change. Writes are whole or not at all and durable when they return. People are named as <c>platform:user</c>
/// (<c>console:local</c>); the log has a pseudonym in their stead, so that erasing who was behind it breaks no hash.
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

    /// <summary>
    /// Sets what the author's last change touched back to what it was before: as a change of its own (<c>undo</c>), which can be undone in its turn and
    /// then brings the first one back. What the change added is withdrawn, unless others have come to use it (a source, an organisation); what it settled
    /// in the review queue waits there again. Changes that only put something into the queue or settled it are passed over.
    /// </summary>
    /// <returns>The change that was undone, told by the entity that it was most about (a statement rather than its source): its command, its note, and
    /// what it had altered. Errors: <c>nothing-to-undo</c>, <c>conflict</c> (its location is the entity's id: someone changed it since, or another
    /// statement has its old place).</returns>
    /// <param name="key">As <see cref="Change.Key"/>.</param>
    Task<Result<HistoryEntry>> UndoAsync(string actor, string? key, CancellationToken cancellationToken);

    /// <summary>The receipt of the change that was made under that key, or null.</summary>
    Task<ChangeReceipt?> FindMadeAsync(string key, CancellationToken cancellationToken);

    /// <summary>
    /// The number of the entity's last revision, 0 where there is none. A revision by which a statement took another id counts for both ids, so that
    /// whoever saw it under the old one is told.
    /// </summary>
    Task<long> VersionAsync(string entityId, CancellationToken cancellationToken);

    /// <summary>
    /// Newest first. A statement that changed its id is followed through it, whichever of its ids is given. Items of the review queue are
    /// <c>review:number</c>, subscriptions <c>subscription:number</c>, changes <c>change:number</c>.
    /// </summary>
    Task<Page<HistoryEntry>> HistoryAsync(string entityId, int offset, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// The organisation as the store has it (the gazetteer knows more), also where nothing is recorded of it; of one that was merged, the one that it was
    /// merged into; null where the store does not have it.
    /// </summary>
    Task<Organisation?> FindOrganisationAsync(string id, CancellationToken cancellationToken);

    /// <summary>The report of a departure, withdrawn or not, or null.</summary>
    Task<ReportChange?> FindReportAsync(string id, CancellationToken cancellationToken);

    /// <summary>
    /// Published statements of the organisation (of any where it is null) that may be the same as <paramref name="quote"/>: most alike first, at most three.
    /// Alike are those that have six words in ten in common, case and accents left aside, or as many of the shorter one's where that has four at least.
    /// </summary>
    Task<IReadOnlyList<CitedStatement>> NearDuplicatesAsync(string? organisationId, string quote, CancellationToken cancellationToken);

    /// <summary>
    /// The held source with that address or, failing that, that archive address; null where none has it. Whether it is https, <c>www.</c>, a fragment,
    /// a slash at the end and parameters <c>utm_…</c> make no difference.
    /// </summary>
    Task<Sources.Source?> FindSourceByUrlAsync(string url, CancellationToken cancellationToken);

    /// <summary>Oldest first.</summary>
    Task<Page<ReviewItem>> ReviewsAsync(ReviewStatus status, int offset, int limit, CancellationToken cancellationToken);

    Task<ReviewItem?> FindReviewAsync(long number, CancellationToken cancellationToken);

    /// <summary>How many items the author put into the queue since then: for budgets.</summary>
    Task<int> CountReviewsAsync(string author, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>
    /// Forgets who is behind a pseudonym, and removes what else tells who they are: notices to them that wait, and the texts, addresses and drafts of
    /// everything that they suggested or reported, whatever became of it. What was undecided of that is closed as rejected. Stays: what was made of it
    /// (statements rest on public sources), a moderator's statements that wait for approval, and the notes of changes. The log stays as it is and can be
    /// verified: it has only the pseudonym and, of texts, a salted hash whose salt goes too. Who returns gets another pseudonym. Backups made
    /// before still have it all.
    /// </summary>
    /// <returns>Whether anything was known of them.</returns>
    Task<bool> EraseAsync(string person, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps what was found of the page that a source was read on: citations carry it (<see cref="Citation.Page"/>) until a check finds it well again.
    /// While the state stays the same, so does its first day. It is an observation, not a change: it makes no revision. A source that the store does
    /// not have is passed over.
    /// </summary>
    Task RecordPageAsync(string sourceId, PageCheck check, CancellationToken cancellationToken);

    /// <summary>What the last checks found of the pages of sources, by the source's id; sources that were never checked are left out.</summary>
    Task<ImmutableSortedDictionary<string, PageCheck>> PagesAsync(CancellationToken cancellationToken);
}
