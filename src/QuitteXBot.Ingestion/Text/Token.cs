namespace QuitteXBot.Ingestion.Text;

/// <summary>What a token is.</summary>
public enum TokenKind : byte
{
    /// <summary>A word, with its hyphens (<c>Meurthe-et-Moselle</c>); an elided one keeps its apostrophe (<c>l'</c>, <c>d'</c>, <c>qu'</c>).</summary>
    Word,

    /// <summary>A run that begins with a digit: <c>2025</c>, <c>1er</c>, <c>20h</c>.</summary>
    Number,

    /// <summary>An inverted subject pronoun, without the verb it hangs on: <c>-il</c>, <c>-t-elle</c>, <c>-on</c>.</summary>
    Clitic,

    /// <summary>A single sign that is no quotation mark. A run of points or of <c>!</c> and <c>?</c> is one token.</summary>
    Punctuation,

    /// <summary>A quotation mark, paired or stray.</summary>
    Mark,
}

/// <summary>A word or a sign of the text.</summary>
/// <param name="Start">UTF-16 index of its first unit.</param>
/// <param name="End">UTF-16 index behind its last unit.</param>
/// <param name="Form">The word itself, shared by all its occurrences in the document.</param>
public readonly record struct Token(int Start, int End, TokenKind Kind, WordForm Form)
{
    /// <summary>Lower-case, with straight apostrophes: what word lists are compared with.</summary>
    public string Lower => Form.Lower;

    public bool IsWord => Kind == TokenKind.Word;

    /// <summary>A word that begins with a capital.</summary>
    public bool IsCapitalised => Kind == TokenKind.Word && Form.IsCapitalised;

    public bool Is(string lower) => Form.Lower == lower;
}
