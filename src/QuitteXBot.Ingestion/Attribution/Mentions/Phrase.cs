using QuitteXBot.Ingestion.Attribution.Words;

namespace QuitteXBot.Ingestion.Attribution.Mentions;

internal enum PhraseKind
{
    Person,

    /// <summary>A person told by function only: "la présidente du Département".</summary>
    Description,
    Organisation,

    /// <summary>"un communiqué de la Région": whoever issued it speaks.</summary>
    Document,
}

/// <summary>A run of tokens, end excluded.</summary>
internal readonly record struct Run(int First, int End)
{
    public static Run None => new(-1, -1);

    public bool IsNone => First < 0;
}

/// <summary>Words that name or describe one who may speak, with what stands in apposition to them.</summary>
internal sealed record Phrase(PhraseKind Kind, Run All)
{
    /// <summary>The name itself; none in a description.</summary>
    public Run Name { get; init; } = Run.None;

    /// <summary>The function, without its determiner: "présidente du Département".</summary>
    public Run Function { get; init; } = Run.None;

    /// <summary>The masculine singular of the noun of function.</summary>
    public string? FunctionLemma { get; init; }

    /// <summary>The organisation that a function's complement, a parenthesis or "de la CGT" names, or that the phrase itself is.</summary>
    public OrganisationPhrase? Organisation { get; init; }

    public Gender Gender { get; init; }

    public bool Plural { get; init; }

    /// <summary>Behind a preposition: no subject.</summary>
    public bool Governed { get; init; }

    /// <summary>The preposition is "par", which a later "il" may well refer to, or "pour", which may give an opinion.</summary>
    public string? Preposition { get; init; }

    /// <summary>Behind "son", "sa", "leur": of the organisation named before.</summary>
    public bool Possessive { get; init; }

    /// <summary>Followed by "de 61 ans": one whom the text has named already.</summary>
    public bool Aged { get; init; }

    /// <summary>Introduced by "le", "la", "ce": known already.</summary>
    public bool Definite { get; init; }
}

/// <summary>Words for an organisation.</summary>
/// <param name="All">Without its determiner.</param>
/// <param name="Head">Its noun in lower case (<c>région</c>), or null where it has a name only.</param>
/// <param name="Kinds">What the noun may stand for, see <see cref="WordInfo.Kinds"/>; 0 where unknown.</param>
/// <param name="Name">The proper name in it ("Artifed" of "la fédération des artisans, Artifed"), or none.</param>
/// <param name="Generic">Has no name or complement of its own, so that it stands for one named before.</param>
internal sealed record OrganisationPhrase(Run All, string? Head, int Kinds, Run Name, bool Generic, Gender Gender, bool Plural)
{
    /// <summary>Has adjectives only behind its noun ("le quotidien français"): may stand for one named before.</summary>
    public bool Epithet { get; init; }

    /// <summary>Has no capital at all: may describe one named before ("la fédération de parents d'élèves").</summary>
    public bool Common { get; init; }

    public bool Capital { get; init; }

    /// <summary>An abbreviation that follows in parentheses.</summary>
    public Run Alias { get; init; } = Run.None;
}
