using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Search.Names.Resolving;

/// <summary>What the senses of one name amount to.</summary>
/// <param name="Organisations">None: nobody; one: the one that is meant; several: ambiguous, best first.</param>
/// <param name="Nearest">Where nobody is meant: who has nearly that name.</param>
internal sealed record Choice(OrganisationList Organisations, OrganisationList Nearest, NameMatch Match = NameMatch.Exact)
{
    public static readonly Choice Nobody = new(OrganisationList.Empty, OrganisationList.Empty);

    public bool IsNobody => Organisations.Count == 0;

    public static Choice Of(OrganisationList organisations) => new(organisations, OrganisationList.Empty);

    public static Choice Near(OrganisationList nearest) => new(OrganisationList.Empty, nearest);
}
