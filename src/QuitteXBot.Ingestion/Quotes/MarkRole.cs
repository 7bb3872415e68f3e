namespace QuitteXBot.Ingestion.Quotes;

/// <summary>The family that a quotation mark belongs to.</summary>
internal enum MarkFamily : byte
{
    /// <summary>« », also written &lt;&lt; &gt;&gt;.</summary>
    Guillemet,

    /// <summary>“ ” and „ “.</summary>
    Curly,

    /// <summary>The typewriter's ".</summary>
    Straight,

    /// <summary>‹ ›.</summary>
    SingleGuillemet,

    /// <summary>‘ ’ and the typewriter's ', which are apostrophes far more often.</summary>
    Apostrophe,
}

/// <summary>What a mark can do where it stands.</summary>
[Flags]
internal enum MarkSide : byte
{
    None = 0,
    Opens = 1,
    Closes = 2,
    Either = Opens | Closes,
}
