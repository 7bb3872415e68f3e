using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Ingestion.Attribution;

/// <summary>The official names of the organisations that one document names. Each is asked for once.</summary>
internal sealed class OfficialNames(IOrganisationResolver names)
{
    private readonly Dictionary<string, (string? Id, string Name)> known = [];

    /// <summary>The id and official name where exactly one organisation is called so; otherwise the text's words.</summary>
    public (string? Id, string Name) Of(string said, string? head)
    {
        if (known.TryGetValue(said, out var found))
            return found;
        var resolution = names.ResolveExactly(said);
        if (resolution.Outcome != ResolutionOutcome.Resolved && head is not null && !said.StartsWith(head, StringComparison.OrdinalIgnoreCase))
            resolution = names.ResolveExactly($"{head} {said}");
        found = resolution is { Outcome: ResolutionOutcome.Resolved, Organisation: { } organisation } ? (organisation.Id, organisation.Name) : (null, said);
        known[said] = found;
        return found;
    }
}
