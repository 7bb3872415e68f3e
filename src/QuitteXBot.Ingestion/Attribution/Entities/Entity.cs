using QuitteXBot.Ingestion.Attribution.Words;

namespace QuitteXBot.Ingestion.Attribution.Entities;

/// <summary>One who may speak, through all the words that a document has for it. Filled while the document is read from its start to its end.</summary>
internal sealed class Entity(bool isPerson, string? name, Gender gender)
{
    public bool IsPerson { get; } = isPerson;

    /// <summary>A person's name as first given in full, an organisation's in the text's words; null for one who is only described.</summary>
    public string? Name { get; set; } = name;

    public Gender Gender { get; set; } = gender;

    /// <summary>The person's function, in the text's words.</summary>
    public string? Role { get; set; }

    /// <summary>The masculine singular of the noun of function.</summary>
    public string? RoleLemma { get; set; }

    /// <summary>In whose name the person speaks.</summary>
    public Entity? Organisation { get; set; }

    /// <summary>An organisation's noun, where the text gives one: <c>région</c>.</summary>
    public string? Head { get; set; }

    /// <summary>What kinds the organisation may be; 0 where nothing is known.</summary>
    public int Kinds { get; set; }

    /// <summary>Stands for no organisation that the document names: "la direction", "le groupe".</summary>
    public bool Generic { get; set; }

    public bool Plural { get; set; }

    /// <summary>An organisation named by its noun and adjectives only.</summary>
    public bool Epithet { get; set; }

    /// <summary>The named person whom a description turned out to mean.</summary>
    public Entity? SameAs { get; set; }

    public override string ToString() => $"{Name ?? Role} ({Role}; {Organisation?.Name})";
}

/// <summary>Words of the text and whom they mean. A document without a known issuer means nobody yet.</summary>
internal sealed record Mention(Mentions.Phrase Phrase, Entity? Entity)
{
    public int First => Phrase.All.First;

    public int End => Phrase.All.End;

    /// <summary>May be the subject of a verb.</summary>
    public bool IsFree => !Phrase.Governed;
}
