using QuitteXBot.Core.Statements;
using QuitteXBot.Ingestion.Attribution.Entities;
using QuitteXBot.Ingestion.Attribution.Mentions;

namespace QuitteXBot.Ingestion.Attribution.Speakers;

/// <summary>What ties a quote to its speaker: the surest first.</summary>
internal enum Tie
{
    /// <summary>"« … », dit-elle".</summary>
    Incise,

    /// <summary>"Elle dit : « … »", "elle dénonce « … »".</summary>
    Verb,

    /// <summary>"Selon elle, « … »".</summary>
    Opinion,

    /// <summary>"Elle : « … »", "Le rapport conclut ainsi : « … »".</summary>
    Colon,

    /// <summary>"« … » (Marie Durand, maire)".</summary>
    Signature,

    /// <summary>An incise further on in the sentence.</summary>
    LaterIncise,

    /// <summary>Only the sentences around it.</summary>
    Context,

    None,
}

/// <summary>Who said a quote, and why that is thought.</summary>
/// <param name="Rule">Name of the rule, kebab-case, for people.</param>
/// <param name="Words">The tokens that the rule saw.</param>
internal sealed record Finding(Entity? Speaker, AttributionBasis Basis, Tie Tie, string Rule, Run Words, double Confidence)
{
    /// <summary>The reporting verb's token, or -1.</summary>
    public int Verb { get; init; } = -1;

    public bool Loose { get; init; }

    public static Finding None { get; } = new(null, AttributionBasis.Unstated, Tie.None, "none", Run.None, 0.6);
}
