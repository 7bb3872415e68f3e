namespace QuitteXBot.Ingestion.Attribution.Words;

/// <summary>What a word may be, as far as finding a speaker needs to know.</summary>
[Flags]
internal enum WordClass
{
    None = 0,

    /// <summary>le, la, un, cette, son…</summary>
    Determiner = 1,

    /// <summary>à, de, par…: what follows is no subject.</summary>
    Preposition = 2,

    /// <summary>du, des, au, aux: a preposition and an article in one.</summary>
    Contracted = 4,

    /// <summary>Any other word that a name cannot begin with: conjunctions, adverbs, pronouns.</summary>
    Grammatical = 8,

    /// <summary>avoir and être, in the third person.</summary>
    Auxiliary = 16,

    /// <summary>A noun of function: maire, présidente.</summary>
    Function = 32,

    /// <summary>A noun that an organisation is called by: région, syndicat.</summary>
    OrganisationNoun = 64,

    /// <summary>A document that words are read in: communiqué, tweet.</summary>
    DocumentNoun = 128,

    GivenName = 256,

    /// <summary>M., Mme, Dr.</summary>
    Title = 512,

    /// <summary>intitulé, baptisé, surnommé.</summary>
    NamingParticiple = 1024,

    /// <summary>film, opération, loi: things that bear a name.</summary>
    Named = 2048,

    /// <summary>First word of a name that is no person's: Radio, Crédit.</summary>
    NotPerson = 4096,

    /// <summary>A noun of function in the plural.</summary>
    Plural = 8192,

    /// <summary>Joins the parts of a person's name: de, von, ben.</summary>
    Particle = 16384,

    /// <summary>Ends like an adjective.</summary>
    Adjective = 32768,
}

/// <summary>What is known of a word. One instance a distinct word of a document.</summary>
/// <param name="Lemma">The masculine singular of a noun of function; the noun itself otherwise.</param>
/// <param name="Kinds">The kinds of organisation that an organisation's noun may stand for: a bit each, by <see cref="Core.Organisations.OrganisationKind"/>.</param>
internal sealed record WordInfo(WordClass Classes, Gender Gender, VerbForm? Verb, string Lemma, int Kinds)
{
    /// <summary>Among the kinds: stands for itself ("la direction"), never for an organisation named before.</summary>
    public const int Self = 1 << 30;

    public bool Is(WordClass any) => (Classes & any) != 0;
}
