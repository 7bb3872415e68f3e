using QuitteXBot.Core.Organisations;

namespace QuitteXBot.Ingestion.Departures;

internal enum ActorKind
{
    Organisation,
    Person,

    /// <summary>Several at once without names: "deux collectivités", "plusieurs universités".</summary>
    Group,

    /// <summary>A person told by function only, whom the text does not name: nobody that can be reported.</summary>
    Unnamed,
}

/// <summary>One who may leave, at one place of the text. Word indexes.</summary>
/// <param name="First">The first word, determiner and apposition included.</param>
/// <param name="End">Behind the last word.</param>
/// <param name="Name">The organisation's official name, or the text's words where it is not known; the person's name.</param>
/// <param name="Stated">Whether the words name it, not a noun that stands for one named before.</param>
internal sealed record Actor(int First, int End, ActorKind Kind, string Name, bool Stated)
{
    public string? OrganisationId { get; init; }

    public OrganisationKind OrganisationKind { get; init; }

    /// <summary>The preposition before it, or null: behind most of them it is no subject.</summary>
    public string? Preposition { get; init; }

    /// <summary>A role that the network itself gives: "directrice générale de X". Such a person quits a post, not the network.</summary>
    public bool OfNetwork { get; init; }

    /// <summary>Same for all mentions of one organisation or person.</summary>
    public string Key => Kind == ActorKind.Person ? $"person:{Words.WordFolding.Fold(Name)}" : OrganisationId ?? $"name:{Words.WordFolding.Fold(Name)}";

    public bool CanLeave => Kind is ActorKind.Organisation or ActorKind.Person && !OfNetwork;
}
