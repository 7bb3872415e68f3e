namespace QuitteXBot.Ingestion.Attribution.Words;

internal enum VerbMood : byte
{
    /// <summary>Third person of any tense: <c>déclare</c>, <c>ont</c>…</summary>
    Finite,

    /// <summary>Past participle: a verb only behind an auxiliary (<c>a déclaré</c>).</summary>
    Participle,

    /// <summary><c>ajoutant</c>.</summary>
    Gerund,

    Infinitive,
}

/// <summary>A form of a verb that reports words.</summary>
/// <param name="Loose">Reports only in an incise, before a colon or before "que".</param>
/// <param name="Tails">Words of which one sequence must follow (<c>en garde</c>); empty where the verb needs none.</param>
internal sealed record VerbForm(string Infinitive, VerbMood Mood, bool Loose, bool English, string[] Tails)
{
    /// <summary>Also the finite form of the same verb: <c>dit</c> and <c>finit</c> are both.</summary>
    public bool AlsoFinite { get; init; }

    public bool IsFinite => Mood == VerbMood.Finite || AlsoFinite;
}
