using QuitteXBot.Core.Organisations;
using QuitteXBot.Core.Searching;
using QuitteXBot.Indexing;
using QuitteXBot.Search.Generations;
using QuitteXBot.Search.Names;

namespace QuitteXBot.Composition;

/// <summary>
/// What changed in the store, laid over one generation. Its index and its names are made when a question first needs them, once for all questions.
/// It lives in memory and belongs to nobody: when the next one is there and the last question that sees it is answered, it is gone.
/// </summary>
internal sealed class ChangeOverlay
{
    private readonly ISearchIndex below;
    private readonly Lazy<ISearchIndex>? index;
    private readonly Lazy<IOrganisationResolver>? names;

    /// <param name="lease">Of the generation: whoever uses the overlay holds it too.</param>
    public ChangeOverlay(GenerationLease lease, ISearchEngine engine, ChangedSet changed)
    {
        (below, Revision, IsFarBehind) = (lease.Index, changed.Changes.Revision, changed.Changes.IsCut);
        index = changed.HasDocuments ? new(() => engine.Overlay(lease.Index, changed.IsStale, changed.Documents, CancellationToken.None)) : null;
        if (changed.OrganisationIds.Count == 0)
            return;
        var former = lease.Part(Reindexer.OpenNames);
        names = new(() => new OverlayNames(former, changed.OrganisationIds, Named(changed, former, lease.Folder)));
    }

    private ChangeOverlay(ChangeOverlay same, long revision) =>
        (below, index, names, Revision, IsFarBehind) = (same.below, same.index, same.names, revision, same.IsFarBehind);

    /// <summary>The store's last revision that is in it.</summary>
    public long Revision { get; }

    /// <summary>Whether more changed than is laid over.</summary>
    public bool IsFarBehind { get; }

    /// <summary>Null where the generation's is right as it is.</summary>
    public ISearchIndex? Index => index?.Value;

    /// <summary>Null where the generation's are right as they are.</summary>
    public IOrganisationResolver? Names => names?.Value;

    public bool IsOf(GenerationLease lease) => ReferenceEquals(lease.Index, below);

    public bool Serves(GenerationLease lease, long revision) => IsOf(lease) && Revision >= revision;

    /// <summary>The same at a later revision, which changed nothing that is in it.</summary>
    public ChangeOverlay At(long revision) => new(this, revision);

    /// <summary>The gazetteer, from which a generation's names come, knows more names than the store, and organisations that the store has no more.</summary>
    private static IEnumerable<Organisation> Named(ChangedSet changed, NameIndex former, string folder)
    {
        var recordedOnly = GenerationOrigin.ReadRecordedOnly(folder);
        var present = changed.Organisations.ToDictionary(organisation => organisation.Id);
        foreach (var id in changed.OrganisationIds)
        {
            var listed = recordedOnly.Contains(id) ? null : former.Find(id);
            if (present.TryGetValue(id, out var stored))
                yield return listed is null ? stored : OrganisationNames.Join(stored, listed);
            else if (listed is not null && !changed.MergedIds.Contains(id))
                yield return listed;
        }
    }
}
