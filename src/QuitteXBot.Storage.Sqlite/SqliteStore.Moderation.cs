using System.Collections.Immutable;
using QuitteXBot.Core.Moderation;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Results;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;
using QuitteXBot.Storage.Sqlite.Moderation;
using QuitteXBot.Storage.Sqlite.Reading;

namespace QuitteXBot.Storage.Sqlite;

/// <content>What people change, and what is told of it.</content>
public sealed partial class SqliteStore : IModerationStore, IAnnouncementStore
{
    private StoreWriter Writer => _writer ?? throw new InvalidOperationException("The store was opened for reading only.");

    public Task<Result<ChangeReceipt>> ChangeAsync(Change change, string actor, CancellationToken cancellationToken) =>
        Writer.TryAsync((database, now) => ChangeWriter.Write(database, now, change, actor, cancellationToken), cancellationToken);

    public Task<Result<HistoryEntry>> UndoAsync(string actor, string? key, CancellationToken cancellationToken) =>
        Writer.TryAsync((database, now) => UndoWriter.Write(database, now, actor, key, cancellationToken), cancellationToken);

    public Task<ChangeReceipt?> FindMadeAsync(string key, CancellationToken cancellationToken) =>
        ReadAsync(database => Requests.Find(database, key), cancellationToken);

    public Task<long> VersionAsync(string entityId, CancellationToken cancellationToken) =>
        ReadAsync(database => Versions.Of(database, entityId), cancellationToken);

    public Task<Page<HistoryEntry>> HistoryAsync(string entityId, int offset, int limit, CancellationToken cancellationToken) =>
        ReadAsync(database => HistoryReader.Find(database, entityId, offset, limit), cancellationToken);

    public Task<Organisation?> FindOrganisationAsync(string id, CancellationToken cancellationToken) =>
        ReadAsync(database => OrganisationReader.FindListed(database, id), cancellationToken);

    public Task<ReportChange?> FindReportAsync(string id, CancellationToken cancellationToken) =>
        ReadAsync(database => ReportReader.Find(database, id), cancellationToken);

    public Task<IReadOnlyList<CitedStatement>> NearDuplicatesAsync(string? organisationId, string quote, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<CitedStatement>>(database => NearDuplicates.Find(database, organisationId, quote, cancellationToken), cancellationToken);

    public Task<Source?> FindSourceByUrlAsync(string url, CancellationToken cancellationToken) =>
        ReadAsync(database => SourceUrls.Find(database, url), cancellationToken);

    public Task<Page<ReviewItem>> ReviewsAsync(ReviewStatus status, int offset, int limit, CancellationToken cancellationToken) =>
        ReadAsync(database => ReviewReader.Find(database, status, offset, limit), cancellationToken);

    public Task<ReviewItem?> FindReviewAsync(long number, CancellationToken cancellationToken) =>
        ReadAsync(database => ReviewReader.Find(database, number), cancellationToken);

    public Task<int> CountReviewsAsync(string author, DateTimeOffset since, CancellationToken cancellationToken) =>
        ReadAsync(database => ReviewReader.Count(database, author, since), cancellationToken);

    public async Task<bool> EraseAsync(string person, CancellationToken cancellationToken)
    {
        var known = await Writer.WriteAsync((database, now) => Eraser.Erase(database, now, person), cancellationToken).ConfigureAwait(false);
        if (known)
            await Writer.EmptyJournalAsync(cancellationToken).ConfigureAwait(false);
        return known;
    }

    public Task RecordPageAsync(string sourceId, PageCheck check, CancellationToken cancellationToken) =>
        RunAsync(database => PageChecks.Record(database, sourceId, check), cancellationToken);

    public Task<ImmutableSortedDictionary<string, PageCheck>> PagesAsync(CancellationToken cancellationToken) =>
        ReadAsync(PageReader.All, cancellationToken);

    public Task<Subscription> SubscribeAsync(Subscription subscription, string actor, CancellationToken cancellationToken) =>
        Writer.WriteAsync((database, now) => Subscriptions.Put(database, now, subscription, actor), cancellationToken);

    public Task<bool> UnsubscribeAsync(string platform, string channel, string actor, CancellationToken cancellationToken) =>
        Writer.WriteAsync((database, now) => Subscriptions.Remove(database, now, platform, channel, actor), cancellationToken);

    public Task<IReadOnlyList<Subscription>> SubscriptionsAsync(CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<Subscription>>(Subscriptions.All, cancellationToken);

    public async Task<IReadOnlyList<OutboxItem>> DueAsync(ImmutableArray<string> platforms, CancellationToken cancellationToken)
    {
        var now = Writer.Now;
        var (items, fresh) = await ReadAsync(database => Outbox.Read(database, now, platforms), cancellationToken).ConfigureAwait(false);
        return fresh
            ? await Writer.WriteAsync((database, at) => Outbox.Take(database, at, platforms), cancellationToken).ConfigureAwait(false)
            : items;
    }

    public Task SentAsync(long number, string? messageId, CancellationToken cancellationToken) =>
        RunAsync(database => Outbox.Sent(database, number, messageId), cancellationToken);

    public Task DelayAsync(long number, DateTimeOffset due, CancellationToken cancellationToken) =>
        RunAsync(database => Outbox.Delay(database, number, due), cancellationToken);

    public Task GiveUpAsync(long number, string? fault, CancellationToken cancellationToken) =>
        RunAsync(database => Outbox.GiveUp(database, number, fault), cancellationToken);

    public Task<int> WaitingAsync(CancellationToken cancellationToken) =>
        ReadAsync(database => (int)database.Number("SELECT count(*) FROM outbox"), cancellationToken);

    private Task<bool> RunAsync(Action<Databases.Database> write, CancellationToken cancellationToken) => Writer.WriteAsync(
        (database, _) =>
        {
            write(database);
            return true;
        },
        cancellationToken);
}
