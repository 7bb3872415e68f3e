using System.Collections.Immutable;
using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Searching;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Core.Storage;

namespace QuitteXBot.Indexing;

/// <summary>What changed in the store since an index was built, as the index is to know it.</summary>
/// <param name="StatementIds">Statements whose documents are no longer right: changed ones, and those of changed organisations and sources.</param>
/// <param name="Organisations">Those of the changed organisations that there are.</param>
/// <param name="MergedIds">Organisations that are no longer offered.</param>
/// <param name="Documents">What takes the place of the stale documents.</param>
internal sealed record ChangedSet(
    StoreChanges Changes, IReadOnlySet<string> StatementIds, IReadOnlyList<Organisation> Organisations, IReadOnlySet<string> MergedIds,
    IReadOnlyList<IndexDocument> Documents)
{
    private readonly HashSet<string> organisationIds = [.. Changes.OrganisationIds];
    private readonly HashSet<string> sourceIds = [.. Changes.SourceIds];

    public IReadOnlySet<string> OrganisationIds => organisationIds;

    /// <summary>Whether any document is, or was, of what changed.</summary>
    public bool HasDocuments => StatementIds.Count > 0 || sourceIds.Count > 0;

    /// <summary>Whether the document of that id is no longer right.</summary>
    public bool IsStale(string documentId) =>
        ParagraphId.TryParse(documentId, out var paragraph) ? sourceIds.Contains(paragraph.SourceId) : StatementIds.Contains(documentId);
}

/// <summary>Reads what changed: a document tells of a statement, of its organisation and of its source.</summary>
internal sealed class ChangedRecords(IStore store)
{
    private const int PageSize = 500;

    private static readonly ImmutableArray<StatementStatus> AnyStatus = [StatementStatus.Draft, StatementStatus.Published, StatementStatus.Withdrawn];

    public async Task<ChangedSet> ReadAsync(StoreChanges changes, CancellationToken cancellationToken)
    {
        var statements = new Dictionary<string, CitedStatement>();
        foreach (var ids in changes.StatementIds.Chunk(PageSize))
            await AddAsync(new StatementQuery { Ids = [.. ids] }, statements, cancellationToken);
        foreach (var id in changes.OrganisationIds)
            await AddAsync(new StatementQuery { OrganisationId = id }, statements, cancellationToken);
        foreach (var id in changes.SourceIds)
            await AddAsync(new StatementQuery { SourceId = id }, statements, cancellationToken);

        var documents = new List<IndexDocument>(statements.Count);
        var sources = new Dictionary<string, Source?>();
        var published = statements.Values.Where(cited => cited.Statement.Status == StatementStatus.Published).ToList();
        var maker = new IndexDocuments(store, await OrganisationsOfAsync(published, cancellationToken));
        foreach (var cited in published.OrderBy(cited => cited.Statement.Id, StringComparer.Ordinal))
            documents.Add(maker.Document(cited, (await SourceAsync(cited.Citation.SourceId, sources, cancellationToken))?.Language ?? "fr"));
        foreach (var id in changes.SourceIds)
        {
            if (await SourceAsync(id, sources, cancellationToken) is { } source)
                documents.AddRange(Paragraphs.Of(source));
        }

        return new ChangedSet(
            changes,
            statements.Keys.Concat(changes.StatementIds).ToHashSet(),
            await store.FindOrganisationsAsync(changes.OrganisationIds, cancellationToken),
            await store.MergedOrganisationIdsAsync(cancellationToken),
            documents);
    }

    private async Task AddAsync(StatementQuery query, Dictionary<string, CitedStatement> statements, CancellationToken cancellationToken)
    {
        query = query with { IncludeHeadings = true, Statuses = AnyStatus, Limit = PageSize };
        Page<CitedStatement> page;
        do
        {
            page = await store.StatementsAsync(query, cancellationToken);
            foreach (var cited in page.Items)
                statements[cited.Statement.Id] = cited;
            query = query with { Offset = query.Offset + PageSize };
        }
        while (query.Offset < page.Total);
    }

    private async Task<Dictionary<string, Organisation>> OrganisationsOfAsync(List<CitedStatement> statements, CancellationToken cancellationToken)
    {
        ImmutableArray<string> ids = [.. statements.Select(cited => cited.Statement.Attribution.OrganisationId).OfType<string>().Distinct()];
        return (await store.FindOrganisationsAsync(ids, cancellationToken)).ToDictionary(organisation => organisation.Id);
    }

    private async Task<Source?> SourceAsync(string id, Dictionary<string, Source?> sources, CancellationToken cancellationToken)
    {
        if (!sources.TryGetValue(id, out var source))
            sources.Add(id, source = await store.FindSourceAsync(id, cancellationToken));
        return source;
    }
}
