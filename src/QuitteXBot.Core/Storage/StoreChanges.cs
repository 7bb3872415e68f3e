using System.Collections.Immutable;

namespace QuitteXBot.Core.Storage;

/// <summary>What an index built at an earlier revision does not know yet: ids of what changed since, whatever became of it.</summary>
/// <param name="Revision">The store's last revision when this was read.</param>
/// <param name="IsCut">Whether more changed than was asked for: the latest changes are here, earlier ones are left out.</param>
public sealed record StoreChanges(
    long Revision, ImmutableArray<string> StatementIds, ImmutableArray<string> OrganisationIds, ImmutableArray<string> SourceIds, bool IsCut)
{
    public bool IsEmpty => StatementIds.IsEmpty && OrganisationIds.IsEmpty && SourceIds.IsEmpty;
}
