using System.Collections.Immutable;
using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Commands.Values;

/// <summary>The kinds that one word asks for: mostly one; "collectivités" are several, people are none.</summary>
/// <param name="Value">As the option writes it: <c>university</c>, <c>local-authority</c>.</param>
internal sealed record KindGroup(string Value, ImmutableArray<OrganisationKind> Kinds)
{
    public const string LocalAuthorityValue = "local-authority";

    public static KindGroup LocalAuthority { get; } = new(
        LocalAuthorityValue, [OrganisationKind.Region, OrganisationKind.Departement, OrganisationKind.Commune, OrganisationKind.Epci]);

    /// <summary>People who left for themselves: no kind of organisation.</summary>
    public static KindGroup Person { get; } = new("person", []);

    public static KindGroup Of(OrganisationKind kind) => new(kind.Name(), [kind]);
}
