using QuitteXBot.Ingestion.Attribution.Words;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Attribution.Mentions;

/// <summary>A document whose words have been looked up.</summary>
internal sealed class Reading
{
    private readonly WordInfo[] infos;

    public Reading(Document document, Lexicon lexicon)
    {
        Document = document;
        infos = new WordInfo[document.Forms.Length];
        foreach (var form in document.Forms)
            infos[form.Index] = lexicon.Look(form);
    }

    private Reading(Document document, WordInfo[] infos) => (Document, this.infos) = (document, infos);

    public Document Document { get; }

    /// <summary>The same words between other quotation marks.</summary>
    public Reading With(Document document) => new(document, infos);

    public int Count => Document.Tokens.Length;

    public Token this[int token] => Document.Tokens[token];

    public WordInfo Info(int token) => infos[Document.Tokens[token].Form.Index];

    public bool Is(int token, WordClass any) => (Info(token).Classes & any) != 0;

    public bool IsWord(int token, string lower) => Document.Tokens[token].Form.Lower == lower;

    public bool IsSign(int token, char sign) => Document.Tokens[token].Kind == TokenKind.Punctuation && Document.Text[Document.Tokens[token].Start] == sign;

    /// <summary>The text from the first token up to, not including, another.</summary>
    public string Words(int first, int end) => end <= first ? "" : Document.Text[Document.Tokens[first].Start..Document.Tokens[end - 1].End];
}
