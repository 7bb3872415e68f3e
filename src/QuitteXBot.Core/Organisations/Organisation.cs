using System.Collections.Immutable;

namespace QuitteXBot.Core.Organisations;

/// <summary>Who may leave X and say why: a territory, an institution, an association, a company, a movement.</summary>
public sealed record Organisation
{
    /// <summary>
    /// Stable: <c>kind-code</c> for territories (<c>departement-54</c>, <c>commune-33063</c>, <c>epci-243300316</c>, <c>region-44</c>),
    /// <c>kind-slug</c> for the others (<c>university-universite-de-bordeaux</c>).
    /// </summary>
    public required string Id { get; init; }

    public required OrganisationKind Kind { get; init; }

    /// <summary>The official name as it is shown: <c>Département de Meurthe-et-Moselle</c>, <c>Région Grand Est</c>, <c>Ville de Bordeaux</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The bare name that people say, where it differs: <c>Meurthe-et-Moselle</c>, <c>Grand Est</c>, <c>Bordeaux</c>.</summary>
    public string? ShortName { get; init; }

    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>INSEE code (territories), SIREN (EPCI) or Wikidata id.</summary>
    public string? Code { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; init; } = "FR";

    /// <summary>The département that it lies in: <c>33</c>, <c>2A</c>, <c>974</c>.</summary>
    public string? DepartementCode { get; init; }

    /// <summary>The région that it lies in: <c>75</c>.</summary>
    public string? RegionCode { get; init; }

    /// <summary>Inhabitants, where known; ranks homonyms.</summary>
    public int? Population { get; init; }
}
