namespace QuitteXBot.Ingestion.Text;

/// <summary>A distinct word of a document. Words recur, so what is known of one is worked out once.</summary>
public sealed class WordForm(int index, string text)
{
    /// <summary>Its place among the document's <see cref="Document.Forms"/>.</summary>
    public int Index { get; } = index;

    public string Text { get; } = text;

    /// <summary>Lower-case, with straight apostrophes.</summary>
    public string Lower { get; } = text.Replace('’', '\'').ToLowerInvariant();

    public bool IsCapitalised { get; } = char.IsUpper(text[0]);

    /// <summary>Two capitals or more and no lower-case letter: an abbreviation (<c>CGT</c>, <c>FO-Com</c>) or a shouted word.</summary>
    public bool IsAllCapitals { get; } = text.Count(char.IsUpper) > 1 && !text.Any(char.IsLower);

    public override string ToString() => Text;
}
