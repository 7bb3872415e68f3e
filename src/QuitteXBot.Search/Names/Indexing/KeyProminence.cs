using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Search.Names.Indexing;

/// <summary>
/// How well known what a key names is, in the upper bits of its signature. Among 35,000 communes some village lies one letter away from
/// almost any short word: only what is known is worth guessing at.
/// </summary>
internal static class KeyProminence
{
    /// <summary>May be meant by a short mistyped word: anything but a small commune or EPCI.</summary>
    public const uint Known = 1u << 28;

    /// <summary>May be meant by a mistyped word inside a sentence.</summary>
    public const uint Prominent = 1u << 29;

    private const int KnownPopulation = 10_000;
    private const int ProminentPopulation = 20_000;
    private const int EpciFactor = 10;

    /// <summary>Whether it has every prominence that is asked for.</summary>
    public static bool Has(OrganisationFacts facts, uint wanted) =>
        ((wanted & Known) == 0 || IsKnown(facts)) && ((wanted & Prominent) == 0 || IsProminent(facts));

    public static bool IsKnown(OrganisationFacts facts) => IsOfSize(facts, KnownPopulation);

    public static bool IsProminent(OrganisationFacts facts) => IsOfSize(facts, ProminentPopulation);

    private static bool IsOfSize(OrganisationFacts facts, int population) => facts.HasRecords || facts.Kind switch
    {
        OrganisationKind.Commune => facts.Population >= population,
        OrganisationKind.Epci => facts.Population >= EpciFactor * population,
        _ => true,
    };
}
