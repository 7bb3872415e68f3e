using QuitteXBot.Ingestion.Text;

namespace QuitteXBot.Ingestion.Quotes;

/// <summary>
/// Where a quote ends whose closing mark is missing: at the paragraph's end at the latest, before the next quote's sentence where another
/// follows. Where the copy broke off and a stump of another sentence was joined to it (an infinitive without subject or verb), before that stump.
/// </summary>
internal static class UnclosedQuote
{
    private const int LongestStump = 12;

    private static readonly string[] Infinitives = ["er", "ir", "re", "oir"];

    public static (int Position, bool Truncated) End(string text, int start, int paragraphEnd, int nextMark)
    {
        if (nextMark < paragraphEnd)
        {
            var cut = LastSentenceEnd(text, start, nextMark);
            return cut > start ? (cut, true) : (paragraphEnd, false);
        }

        var last = LastSentenceEnd(text, start, Characters.TrimSpaces(text, start, paragraphEnd) - 1);
        return last > start && IsStump(text.AsSpan(last, paragraphEnd - last)) ? (last, true) : (paragraphEnd, false);
    }

    /// <summary>Behind the last full stop before the limit that a space and a capital or a mark follow; the start where there is none.</summary>
    private static int LastSentenceEnd(string text, int start, int limit)
    {
        for (var i = limit - 1; i > start; i--)
        {
            if (!Characters.IsSentenceEnd(text[i]))
                continue;
            var next = Characters.SkipSpaces(text, i + 1, text.Length);
            if (next > i + 1 && next < text.Length && (char.IsUpper(text[next]) || Characters.IsMark(text[next])))
                return i + 1;
        }

        return start;
    }

    /// <summary>A short "sentence" that begins with an infinitive and has no subject: not what a person goes on to say.</summary>
    private static bool IsStump(ReadOnlySpan<char> sentence)
    {
        var words = 0;
        var first = default(ReadOnlySpan<char>);
        foreach (var range in sentence.Split(' '))
        {
            var word = sentence[range].Trim().TrimEnd(".!?…");
            if (word.IsEmpty)
                continue;
            if (words++ == 0)
                first = word;
            else if (IsSubject(word))
                return false;
        }

        return words is > 1 and <= LongestStump && EndsLikeInfinitive(first);
    }

    private static bool EndsLikeInfinitive(ReadOnlySpan<char> word)
    {
        foreach (var ending in Infinitives)
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsSubject(ReadOnlySpan<char> word) =>
        word is "je" or "il" or "elle" or "on" or "nous" or "vous" or "ils" or "elles" or "est" or "sont" or "a" or "ont" or "sera" or "seront" or "qui" or "ce"
        || word.StartsWith("j'") || word.StartsWith("j’") || word.StartsWith("c'") || word.StartsWith("c’") || word.EndsWith("ons") || word.EndsWith("ait") || word.EndsWith("ent");
}
