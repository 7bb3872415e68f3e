using System.Collections.Immutable;

namespace QuitteXBot.Core.Text;

/// <summary>
/// Where the sentences of a French or English text begin and end. In doubt it sees no end: a sentence too long is a nuisance, half a sentence a misquotation.
/// </summary>
/// <remarks>
/// A sentence ends behind <c>.</c> <c>!</c> <c>?</c> <c>…</c> and the closing marks that follow, where blanks and no small letter come next; and at an
/// empty line. A full stop ends nothing behind an abbreviation, an initial (X is the network, not an initial), a dotted acronym or the number of a list.
/// </remarks>
public static class SentenceBoundaries
{
    // Only those that are commonly followed by a capital: before a small letter nothing ends anyway.
    private const string Abbreviations =
        " m mm mme mmes mlle mlles me dr drs pr prs prof st ste sts ave av bd cf art arts al alin ch chap dép dépt ed éd env ex fig hab n no nos nº p pp par"
        + " réf rdv rép tél vol vs janv févr avr juil juill sept oct nov déc lieut col gén mgr mr mrs ms jr sr inc ltd gov sen rep gen hon rev ";

    private const int LongestAbbreviation = 8;

    private const string Closing = "»”\"’)]›";
    private const string NoBreakSpaces = "\u00A0\u202F";

    /// <summary>The sentences in order, without the blanks around them; together they hold every character that is not blank.</summary>
    public static ImmutableArray<TextSpan> Of(string text)
    {
        var sentences = ImmutableArray.CreateBuilder<TextSpan>();
        var start = SkipBlanks(text, 0);
        for (var index = start; index < text.Length;)
        {
            var end = EndAt(text, start, index);
            if (end < 0)
            {
                index++;
                continue;
            }

            Add(sentences, text, start, end);
            start = index = SkipBlanks(text, end);
        }

        Add(sentences, text, start, text.Length);
        return sentences.ToImmutable();
    }

    private static void Add(ImmutableArray<TextSpan>.Builder sentences, string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            sentences.Add(new TextSpan(start, end));
    }

    /// <summary>Where the sentence ends if the mark at the index ends it, or -1.</summary>
    private static int EndAt(string text, int start, int index)
    {
        if (text[index] == '\n')
            return IsEmptyLine(text, index) ? index : -1;
        if (!IsTerminator(text[index]))
            return -1;
        var last = index;
        while (last + 1 < text.Length && IsTerminator(text[last + 1]))
            last++;
        var end = SkipClosing(text, last + 1);
        if (end == text.Length)
            return end;
        if (!char.IsWhiteSpace(text[end]))
            return -1;
        var next = SkipOpening(text, end);
        if (next < text.Length && char.IsLower(text[next]))
            return -1;
        return last == index && text[index] == '.' && end == index + 1 && IsInsideStop(text, start, index) ? -1 : end;
    }

    private static bool IsTerminator(char unit) => unit is '.' or '!' or '?' or '…';

    private static bool IsEmptyLine(string text, int index)
    {
        for (var next = index + 1; next < text.Length && char.IsWhiteSpace(text[next]); next++)
        {
            if (text[next] == '\n')
                return true;
        }

        return false;
    }

    private static int SkipBlanks(string text, int index)
    {
        while (index < text.Length && char.IsWhiteSpace(text[index]))
            index++;
        return index;
    }

    private static int SkipClosing(string text, int index)
    {
        while (true)
        {
            var mark = index;

            // A French closing guillemet keeps its distance, if need be with a plain space.
            while (mark < text.Length && (NoBreakSpaces.Contains(text[mark]) || text[mark] == ' '))
                mark++;
            var isClosing = mark < text.Length && (mark == index ? Closing.Contains(text[mark]) : text[mark] is '»' or '›');
            if (!isClosing)
                return index;
            index = mark + 1;
        }
    }

    private static int SkipOpening(string text, int index)
    {
        while (index < text.Length && (char.IsWhiteSpace(text[index]) || text[index] is '«' or '“' or '"' or '(' or '[' or '‹' or '‘' or '’' or '\'' or '–' or '—' or '-'))
            index++;
        return index;
    }

    /// <summary>Whether the full stop belongs to the word before it, and ends no sentence.</summary>
    private static bool IsInsideStop(string text, int start, int stop)
    {
        var begin = stop;
        while (begin > start && (char.IsLetterOrDigit(text[begin - 1]) || text[begin - 1] is '.' or 'º'))
            begin--;
        var word = text.AsSpan(begin, stop - begin);
        if (word.IsEmpty)
            return false;
        if (word.Contains('.'))
            return IsAcronym(word);
        if (word.Length == 1 && char.IsUpper(word[0]))
            return word[0] != 'X';
        if (begin == start && word.IndexOfAnyExceptInRange('0', '9') < 0)
            return true;
        if (word.Length > LongestAbbreviation)
            return false;
        Span<char> needle = stackalloc char[word.Length + 2];
        needle.Fill(' ');
        word.ToLowerInvariant(needle[1..]);
        return Abbreviations.AsSpan().IndexOf(needle, StringComparison.Ordinal) >= 0;
    }

    /// <summary>U.S, S.N.C.F, e.g; but not 3.5 nor the end of an address.</summary>
    private static bool IsAcronym(ReadOnlySpan<char> word)
    {
        var run = 0;
        foreach (var unit in word)
        {
            run = unit == '.' ? 0 : run + 1;
            if (run > 1 || char.IsDigit(unit))
                return false;
        }

        return true;
    }
}
