namespace QuitteXBot.Search.Names.Folding;

/// <summary>What folding loses and reading a sentence needs.</summary>
[Flags]
internal enum TokenTraits : byte
{
    None = 0,

    /// <summary>Begins with a capital.</summary>
    Capital = 1,

    /// <summary>Has a small letter.</summary>
    Small = 2,

    /// <summary>First of the text, or after a full stop, a colon, an opening quotation mark, a line end.</summary>
    BeginsSentence = 4,

    AfterComma = 8,

    AfterOpeningBracket = 16,

    /// <summary>Something other than a space, a hyphen or an apostrophe stands before it.</summary>
    AfterBreak = 32,

    /// <summary>Joined to the word before by a hyphen.</summary>
    AfterHyphen = 64,
}
