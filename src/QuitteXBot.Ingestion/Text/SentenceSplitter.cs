using System.Collections.Frozen;
using System.Collections.Immutable;
using QuitteXBot.Ingestion.Quotes;

namespace QuitteXBot.Ingestion.Text;

/// <summary>Cuts the tokens of a paragraph into sentences as they are told: what stands inside quotation marks is one block.</summary>
internal sealed class SentenceSplitter(string text, ImmutableArray<Token> tokens, ImmutableArray<QuoteSpan> spans)
{
    private static readonly FrozenSet<string> Abbreviations = FrozenSet.ToFrozenSet(
        [
            "m", "mm", "mme", "mmes", "mlle", "dr", "pr", "me", "st", "ste", "mgr", "gal", "cal", "lt", "col", "art", "av", "bd", "cf", "chap",
            "ex", "fig", "no", "nos", "p", "pp", "vol", "env", "éd", "ed", "mr", "mrs", "ms", "prof", "sen", "rep", "gov", "jr", "inc", "tél", "tel",
        ]);

    private static readonly FrozenSet<string> SentenceStarts = FrozenSet.ToFrozenSet(
        [
            "le", "la", "les", "l'", "un", "une", "des", "ce", "cet", "cette", "ces", "il", "elle", "ils", "elles", "on", "nous", "son", "sa", "ses",
            "en", "dans", "pour", "selon", "mais", "et", "or", "car", "the", "a", "he", "she", "they", "in", "for", "but",
        ]);

    private int span;

    public ImmutableArray<Sentence> Split(int first, int end)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var from = first;
        for (var i = first; i < end; i++)
        {
            var last = QuoteEnd(i, end);
            if (last > i ? !EndsWithQuote(last, end) : !EndsWithSign(i, end))
            {
                i = last;
                continue;
            }

            i = last;
            sentences.Add(new Sentence(tokens[from].Start, tokens[i].End, from, i + 1));
            from = i + 1;
        }

        if (from < end)
            sentences.Add(new Sentence(tokens[from].Start, tokens[end - 1].End, from, end));
        return sentences.DrainToImmutable();
    }

    /// <summary>The last token of the quote that opens at this token; the token itself where none does.</summary>
    private int QuoteEnd(int token, int end)
    {
        while (span < spans.Length && (spans[span].Depth > 0 || spans[span].OuterEnd <= tokens[token].Start))
            span++;
        if (span == spans.Length || spans[span].OuterStart > tokens[token].Start)
            return token;
        while (token + 1 < end && tokens[token + 1].Start < spans[span].OuterEnd)
            token++;
        return token;
    }

    private bool EndsWithQuote(int last, int end)
    {
        if (last + 1 >= end)
            return true;
        var next = tokens[last + 1];
        var quote = spans[span];
        if (!quote.Closed)
            return true;
        var stopped = Characters.IsSentenceEnd(text[quote.End - 1]);
        return next.Kind switch
        {
            TokenKind.Mark => stopped,
            TokenKind.Word => next.IsCapitalised && (stopped || (SentenceStarts.Contains(next.Lower) && char.IsUpper(text[quote.Start]))),
            _ => false,
        };
    }

    private bool EndsWithSign(int at, int end)
    {
        var sign = tokens[at];
        if (sign.Kind != TokenKind.Punctuation || !Characters.IsSentenceEnd(text[sign.Start]))
            return false;
        if (at + 1 >= end)
            return true;
        var next = tokens[at + 1];
        if (next.Kind is TokenKind.Word ? !next.IsCapitalised && text[next.Start] is not ('#' or '@') : text[next.Start] is ',' or ';' or ':' or ')' or ']')
            return false;
        if (sign.End - sign.Start > 1 || text[sign.Start] != '.')
            return true;
        if (at == 0 || tokens[at - 1].End != sign.Start || !tokens[at - 1].IsWord)
            return next.Start > sign.End;
        var before = tokens[at - 1];
        var initial = before.End - before.Start == 1 && before.IsCapitalised && before.Form.Text != "X";
        return next.Start > sign.End && !initial && !(Abbreviations.Contains(before.Lower) && before.Lower.Length < 4);
    }
}
