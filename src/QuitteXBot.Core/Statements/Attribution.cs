namespace QuitteXBot.Core.Statements;

/// <summary>How it is known who said a quote.</summary>
public enum AttributionBasis
{
    /// <summary>The text gives no speaker.</summary>
    Unstated,

    /// <summary>The text says so: "déclare X", "selon X".</summary>
    Stated,

    /// <summary>Only the context gives it, or a maintainer deduced it.</summary>
    Inferred,
}

/// <summary>Who said a quote, and how that is known.</summary>
/// <param name="Speaker">A person's name as the text gives it in full, or null where an organisation speaks or nobody is named.</param>
/// <param name="Role">The person's function, in the text's words: <c>présidente du Département</c>.</param>
/// <param name="OrganisationId">In whose name it was said, where that organisation is known.</param>
/// <param name="OrganisationName">The organisation's name: official where it is known, else in the text's words.</param>
public sealed record Attribution(
    string? Speaker, string? Role, string? OrganisationId, string? OrganisationName, AttributionBasis Basis)
{
    public static Attribution Unstated { get; } = new(null, null, null, null, AttributionBasis.Unstated);
}
