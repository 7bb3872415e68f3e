using System.Collections.Immutable;
using System.Text;

namespace QuitteXBot.Core.Text;

/// <summary>
/// Makes a text fit without making it say something else: cuts stand at sentence ends, or between words where a sentence alone is too long, never in
/// a negation; each is shown as <see cref="Mark"/>; what stands between the marks is verbatim and in order.
/// </summary>
public static class QuoteShortener
{
    /// <summary>Shows that words were left out.</summary>
    public const string Mark = "[…]";

    /// <summary>Below this no sensible part of a text fits.</summary>
    public const int LeastLength = 40;

    private const int MarkAndSpace = 4;

    /// <summary>The text's beginning, as much as fits.</summary>
    /// <param name="maximumLength">UTF-16 units, marks included; at least <see cref="LeastLength"/>.</param>
    public static string Shorten(string text, int maximumLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumLength, LeastLength);
        if (text.Length <= maximumLength)
            return text;
        var sentences = SentenceBoundaries.Of(text);
        if (sentences.IsEmpty)
            return Mark;
        var end = -1;
        foreach (var sentence in sentences)
        {
            if (sentence.End - sentences[0].Start + MarkAndSpace > maximumLength && !IsWhole(sentences, sentence, maximumLength))
                break;
            end = sentence.End;
        }

        return end >= 0 ? Join(text, sentences, [new TextSpan(sentences[0].Start, end)]) : CutSentence(text, sentences, 0, sentences[0].Start, maximumLength);
    }

    /// <summary>The given parts of the text, with marks for what lies before, between and behind them.</summary>
    /// <param name="sentences">All sentences of the text.</param>
    /// <param name="parts">In order, not overlapping.</param>
    public static string Join(string text, ImmutableArray<TextSpan> sentences, IReadOnlyList<TextSpan> parts)
    {
        if (parts.Count == 0)
            return Mark;
        var joined = new StringBuilder();
        if (parts[0].Start > sentences[0].Start)
            joined.Append(Mark).Append(' ');
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
                joined.Append(' ').Append(Mark).Append(' ');
            joined.Append(text, parts[i].Start, parts[i].Length);
        }

        if (parts[^1].End < sentences[^1].End)
            joined.Append(' ').Append(Mark);
        return joined.ToString();
    }

    /// <summary>
    /// Part of a sentence that is too long as a whole, around the given place. It begins with the sentence where a negation stands before the place,
    /// for that may be about all that follows.
    /// </summary>
    /// <param name="which">Which of the sentences.</param>
    /// <param name="wanted">A place inside the sentence that the part should show.</param>
    public static string CutSentence(string text, ImmutableArray<TextSpan> sentences, int which, int wanted, int maximumLength)
    {
        var sentence = sentences[which];
        var negations = Negations.Of(text, sentence);
        var cuts = Cuts(text, sentence, negations);
        var room = maximumLength - (2 * MarkAndSpace);
        var start = sentence.Start;
        if (wanted + (room / 2) - sentence.Start > room)
        {
            foreach (var cut in cuts)
            {
                if (cut > wanted || (!negations.IsEmpty && negations[0].Start < cut))
                    break;
                start = AfterBlanks(text, cut);
                if (wanted - start <= room / 2)
                    break;
            }
        }

        var limit = maximumLength - (start > sentences[0].Start ? MarkAndSpace : 0);
        var end = sentence.End - start <= limit - (which < sentences.Length - 1 ? MarkAndSpace : 0) ? sentence.End : start;
        foreach (var cut in cuts)
        {
            if (end != sentence.End && cut > start && cut - start + MarkAndSpace <= limit)
                end = cut;
        }

        return end > start ? Join(text, sentences, [new TextSpan(start, end)]) : Mark;
    }

    private static bool IsWhole(ImmutableArray<TextSpan> sentences, TextSpan sentence, int maximumLength) =>
        sentence == sentences[^1] && sentence.End - sentences[0].Start <= maximumLength;

    /// <summary>The ends of words behind which the sentence may be cut.</summary>
    private static List<int> Cuts(string text, TextSpan sentence, ImmutableArray<TextSpan> negations)
    {
        var cuts = new List<int>();
        var negation = 0;
        for (var i = sentence.Start + 1; i < sentence.End; i++)
        {
            var isCut = text[i] is ' ' or '\n' or '\t' && !char.IsWhiteSpace(text[i - 1]) && text[i - 1] is not ('«' or '“' or '(' or '[' or '‹' or '–' or '—')
                && !IsClosing(text, AfterBlanks(text, i));
            while (negation < negations.Length && negations[negation].End <= i)
                negation++;
            if (isCut && (negation == negations.Length || AfterBlanks(text, i) <= negations[negation].Start))
                cuts.Add(i);
        }

        return cuts;
    }

    /// <summary>A mark that stands apart from its word but belongs to it: <c>mot »</c>, <c>mot !</c>.</summary>
    private static bool IsClosing(string text, int index) => index < text.Length && text[index] is '»' or '›' or '!' or '?' or ';' or ':' or ',' or '.' or '%' or '…';

    private static int AfterBlanks(string text, int index)
    {
        while (index < text.Length && char.IsWhiteSpace(text[index]))
            index++;
        return index;
    }
}
