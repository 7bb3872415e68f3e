using System.Collections.Immutable;
using QuitteXBot.Ingestion.Quotes;

namespace QuitteXBot.Ingestion.Text;

/// <summary>A text cut into paragraphs, sentences and tokens, with its quotation marks paired. All offsets are UTF-16 indexes of <see cref="Text"/>.</summary>
public sealed class Document
{
    private readonly int[] spanOfToken;

    internal Document(
        string text,
        ImmutableArray<Paragraph> paragraphs,
        ImmutableArray<Token> tokens,
        ImmutableArray<WordForm> forms,
        ImmutableArray<QuoteSpan> spans)
    {
        Text = text;
        Paragraphs = paragraphs;
        Tokens = tokens;
        Forms = forms;
        Spans = spans;
        spanOfToken = SpanOfTokens(tokens, spans);
    }

    public string Text { get; }

    public ImmutableArray<Paragraph> Paragraphs { get; }

    public ImmutableArray<Token> Tokens { get; }

    /// <summary>The distinct words.</summary>
    public ImmutableArray<WordForm> Forms { get; }

    /// <summary>All that stands between quotation marks, scare quotes and titles included, in order; an inner span follows the one around it.</summary>
    public ImmutableArray<QuoteSpan> Spans { get; }

    /// <summary>Reads a text. Linear in its length; never fails.</summary>
    public static Document Read(string text) => new DocumentReader(text).Read();

    /// <summary>The same text with its quotation marks paired otherwise; paragraphs and sentences stay.</summary>
    internal Document With(ImmutableArray<QuoteSpan> spans) => new(Text, Paragraphs, Tokens, Forms, spans);

    /// <summary>The outermost span that holds the token (its marks included), as an index into <see cref="Spans"/>; -1 where it stands outside quotation marks.</summary>
    public int SpanAt(int token) => spanOfToken[token];

    /// <summary>Whether the token stands between quotation marks (marks included).</summary>
    public bool IsQuoted(int token) => spanOfToken[token] >= 0;

    public string Words(int start, int end) => Text[start..end];

    public override string ToString() => $"{Paragraphs.Length} paragraphs, {Tokens.Length} tokens, {Spans.Length} spans";

    private static int[] SpanOfTokens(ImmutableArray<Token> tokens, ImmutableArray<QuoteSpan> spans)
    {
        var map = new int[tokens.Length];
        var span = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            while (span < spans.Length && (spans[span].Depth > 0 || spans[span].OuterEnd <= tokens[i].Start))
                span++;
            map[i] = span < spans.Length && spans[span].OuterStart <= tokens[i].Start ? span : -1;
        }

        return map;
    }
}
