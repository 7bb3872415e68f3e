using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Ingestion.Departures;

/// <summary>Names of a document → organisations of the gazetteer. A name of several is decided by the noun before it, else by what most texts mean.</summary>
internal sealed class ActorNames(IOrganisationResolver resolver)
{
    private readonly Dictionary<(string, string?, int), Organisation?> known = [];

    /// <param name="whole">"quotidien Ouest-France", "Ville de Nancy", "Nancy".</param>
    /// <param name="name">The proper name in it, where it is told apart.</param>
    /// <param name="kinds">The kinds that the noun may stand for, a bit each; 0 where there is no noun.</param>
    public Organisation? Resolve(string whole, string? name, int kinds)
    {
        if (known.TryGetValue((whole, name, kinds), out var found))
            return found;
        found = Choose(whole, kinds) ?? (name is null || name == whole ? null : Choose(name, kinds));
        known[(whole, name, kinds)] = found;
        return found;
    }

    /// <summary>The organisations that the gazetteer finds in the text: see <see cref="IOrganisationResolver.FindMentionsExactly"/>.</summary>
    public IReadOnlyList<NameMention> Mentions(string text) => resolver.FindMentionsExactly(text);

    private Organisation? Choose(string name, int kinds)
    {
        var resolution = resolver.ResolveExactly(name);
        if (resolution.Outcome == ResolutionOutcome.Resolved)
            return resolution.Organisation is { } only && (kinds == 0 || Fits(only, kinds) || IsTerritory(only) == HasTerritory(kinds)) ? only : null;
        if (resolution.Outcome != ResolutionOutcome.Ambiguous)
            return null;
        var fitting = resolution.Candidates.Where(candidate => kinds == 0 ? candidate.Kind == OrganisationKind.Commune : Fits(candidate, kinds)).ToList();
        return fitting.Count == 1 ? fitting[0] : null;
    }

    private static bool Fits(Organisation organisation, int kinds) => (kinds & (1 << (int)organisation.Kind)) != 0;

    private static bool IsTerritory(Organisation organisation) =>
        organisation.Kind is OrganisationKind.Region or OrganisationKind.Departement or OrganisationKind.Commune or OrganisationKind.Epci;

    private static bool HasTerritory(int kinds) =>
        (kinds & ((1 << (int)OrganisationKind.Region) | (1 << (int)OrganisationKind.Departement) | (1 << (int)OrganisationKind.Commune) | (1 << (int)OrganisationKind.Epci))) != 0;
}
