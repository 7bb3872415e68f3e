using System.Collections.Immutable;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Commands.Values;

/// <summary>The kinds that one word asks for: mostly one; "collectivités" are several.</summary>
/// <param name="Value">As the option writes it: <c>university</c>, <c>local-authority</c>.</param>
internal sealed record KindGroup(string Value, ImmutableArray<OrganisationKind> Kinds)
{
    public const string LocalAuthorityValue = "local-authority";

    public static KindGroup LocalAuthority { get; } = new(
        LocalAuthorityValue, [OrganisationKind.Region, OrganisationKind.Departement, OrganisationKind.Commune, OrganisationKind.Epci]);

    public static KindGroup Of(OrganisationKind kind) => new(kind.Name(), [kind]);
}
