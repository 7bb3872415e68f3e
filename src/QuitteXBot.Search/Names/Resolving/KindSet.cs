using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Search.Names.Resolving;

/// <summary>Some kinds of organisation; empty means that nothing was said of the kind.</summary>
internal readonly record struct KindSet(uint Bits)
{
    public static readonly KindSet None = new(0);

    public bool IsEmpty => Bits == 0;

    public static KindSet Of(OrganisationKind kind) => new(1u << (int)kind);

    public static KindSet Of(OrganisationKind first, OrganisationKind second) => new((1u << (int)first) | (1u << (int)second));

    public bool Contains(OrganisationKind kind) => (Bits & (1u << (int)kind)) != 0;

    /// <summary>Whether an organisation of that kind may be meant: also where nothing was said.</summary>
    public bool Admits(OrganisationKind kind) => IsEmpty || Contains(kind);

    public KindSet And(KindSet other) => IsEmpty ? other : other.IsEmpty ? this : new KindSet(Bits & other.Bits);
}
