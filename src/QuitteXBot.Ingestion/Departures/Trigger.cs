using QuitteXBot.Core.Departures;

namespace QuitteXBot.Ingestion.Departures;

/// <summary>How far the text stands behind what it says.</summary>
internal enum Modality
{
    Asserted,

    /// <summary>"ne quittera pas X", "refuse de quitter X".</summary>
    Denied,

    /// <summary>Considered, wished for, called for, asked: no fact.</summary>
    Hypothetical,
}

internal enum TriggerForm
{
    Finite,
    Infinitive,

    /// <summary>"son départ de X", "l'abandon de X".</summary>
    Noun,

    /// <summary>"X est abandonné par", "le compte de … sera fermé": who leaves stands elsewhere.</summary>
    Passive,

    /// <summary>"fait de même": the action of the departure told before.</summary>
    Same,

    /// <summary>"X, c'est fini pour": who leaves stands behind the preposition.</summary>
    Over,
}

/// <summary>Words that tell of an action on X. Word indexes.</summary>
/// <param name="First">The verb's or noun's first word.</param>
/// <param name="Head">The verb or noun.</param>
/// <param name="End">Behind the network or the account that is left.</param>
/// <param name="Strong">Says what becomes of the account ("supprime son compte"), not only that posts end ("ne publie plus").</param>
internal sealed record Trigger(int Sentence, int First, int Head, int End, DepartureAction Action, TriggerForm Form, Modality Modality, bool Strong, string Rule)
{
    /// <summary>"son", "leur": the subject of the sentence, or of the one before, leaves.</summary>
    public bool Possessive { get; init; }
}
