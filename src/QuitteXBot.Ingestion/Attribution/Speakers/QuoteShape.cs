using QuitteXBot.Ingestion.Attribution.Mentions;
using QuitteXBot.Ingestion.Attribution.Words;
using QuitteXBot.Ingestion.Quotes;
using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Attribution.Speakers;

/// <summary>What a stretch between marks looks like from inside.</summary>
/// <param name="IsSentence">Begins like a sentence and is long enough or stopped like one.</param>
/// <param name="IsProperName">Few words, all that matter capitalised.</param>
/// <param name="IsTag">A hashtag, a handle or an address.</param>
internal readonly record struct QuoteShape(int Words, bool StartsUpper, bool EndsSentence, bool HasVerb, bool IsSentence, bool IsProperName, bool IsTag)
{
    private const int LongestName = 6;

    private const int ShortestSentence = 5;

    public static QuoteShape Of(Reading reading, QuoteSpan span, Placed placed)
    {
        var text = reading.Document.Text;
        var (words, capitals, content, verb) = (0, 0, 0, false);
        for (var at = placed.First; at < placed.End; at++)
        {
            var token = reading[at];
            if (token.Start < span.Start || token.End > span.End || token.Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Clitic))
                continue;
            if (token.Kind == TokenKind.Clitic || reading.Is(at, WordClass.Auxiliary) || token.Lower is "je" or "j'" or "nous" or "vous" or "il" or "elle" or "on" or "c'" or "ils" or "elles" or "ne" or "n'" or "qui")
                verb = true;
            if (token.Kind == TokenKind.Clitic || token.Lower.EndsWith('\''))
                continue;
            words++;
            if (reading.Is(at, WordClass.Determiner | WordClass.Preposition | WordClass.Contracted | WordClass.Grammatical) && !(token.IsCapitalised && words == 1))
                continue;
            content++;
            capitals += token.IsCapitalised || token.Kind == TokenKind.Number ? 1 : 0;
        }

        var upper = char.IsUpper(text[span.Start]) || (text[span.Start] is '[' && span.Start + 1 < span.End && char.IsUpper(text[span.Start + 1]));
        var stopped = Characters.IsSentenceEnd(text[span.End - 1]);
        var tag = text[span.Start] is '#' or '@' && words <= 2 || text.AsSpan(span.Start).StartsWith("http") && words <= 2;
        var name = words <= LongestName && content > 0 && capitals == content && upper && !stopped && !verb;
        var sentence = upper && !name && (words >= ShortestSentence || (stopped && words > 1) || (verb && words > 2));
        return new QuoteShape(words, upper, stopped, verb, sentence, name, tag);
    }
}
