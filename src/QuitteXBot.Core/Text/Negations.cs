using System.Collections.Immutable;

namespace QuitteXBot.Core.Text;

/// <summary>
/// The parts of a sentence that say no, French (ne … pas, plus, jamais, que, rien, aucun, ni …; personne ne …; sans …; non …) and English (not, never,
/// no …): cut inside, or shown without them, the rest would say something else.
/// </summary>
public static class Negations
{
    /// <summary>So many words behind a negation belong to it: what is denied.</summary>
    private const int DeniedWords = 2;

    /// <summary>So many words may stand between personne or aucun and their ne.</summary>
    private const int FarthestBefore = 15;

    private const int LongestWord = 10;

    private const string Companions = " pas plus jamais que qu rien aucun aucune aucuns aucunes guère guere point personne nul nulle nullement ni mie goutte ";
    private const string BeforeVerb = " personne rien aucun aucune nul nulle jamais ni pas ";
    private const string Alone = " sans non ni not never no nor cannot without neither none nobody nothing ";

    /// <summary>The negations of the sentence in order, those that overlap as one.</summary>
    public static ImmutableArray<TextSpan> Of(string text, TextSpan sentence)
    {
        var words = Words(text, sentence);
        var negations = ImmutableArray.CreateBuilder<TextSpan>();
        for (var i = 0; i < words.Count; i++)
        {
            var word = text.AsSpan(words[i].Start, words[i].Length);
            if (IsNe(text, words[i]))
                Add(negations, OfNe(text, words, i));
            else if (IsIn(Alone, word) || word.EndsWith("n't", StringComparison.OrdinalIgnoreCase) || word.EndsWith("n’t", StringComparison.OrdinalIgnoreCase))
                Add(negations, Span(words, Math.Max(0, i - 1), i));
        }

        return negations.ToImmutable();
    }

    private static void Add(ImmutableArray<TextSpan>.Builder negations, TextSpan negation)
    {
        while (negations.Count > 0 && negations[^1].End > negation.Start)
        {
            negation = new TextSpan(Math.Min(negation.Start, negations[^1].Start), Math.Max(negation.End, negations[^1].End));
            negations.RemoveAt(negations.Count - 1);
        }

        negations.Add(negation);
    }

    private static TextSpan OfNe(string text, List<TextSpan> words, int ne)
    {
        var last = ne;
        for (var i = ne + 1; i < words.Count; i++)
        {
            var word = text.AsSpan(words[i].Start, words[i].Length);
            if (IsNe(text, words[i]))
                break;
            if (last == ne ? IsIn(Companions, word) : word.Equals("ni", StringComparison.OrdinalIgnoreCase))
                last = i;
        }

        var first = ne;
        if (last == ne)
        {
            // The other half stands before it: personne ne, aucun … ne.
            for (var i = ne - 1; i >= Math.Max(0, ne - FarthestBefore) && first == ne; i--)
            {
                if (IsIn(BeforeVerb, text.AsSpan(words[i].Start, words[i].Length)))
                    first = i;
            }
        }

        return Span(words, Math.Min(first, Math.Max(0, ne - 1)), last);
    }

    private static TextSpan Span(List<TextSpan> words, int first, int last) =>
        new(words[first].Start, words[Math.Min(words.Count - 1, last + DeniedWords)].End);

    private static bool IsNe(string text, TextSpan word) =>
        text.AsSpan(word.Start, word.Length) is var letters
        && (letters.Equals("ne", StringComparison.OrdinalIgnoreCase)
            || (letters.Equals("n", StringComparison.OrdinalIgnoreCase) && word.End < text.Length && text[word.End] is '\'' or '’' or '‘' or 'ʼ'));

    private static bool IsIn(string list, ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
            return false;
        Span<char> needle = stackalloc char[word.Length + 2];
        needle.Fill(' ');
        word.ToLowerInvariant(needle[1..]);
        return list.AsSpan().IndexOf(needle, StringComparison.Ordinal) >= 0;
    }

    private static List<TextSpan> Words(string text, TextSpan sentence)
    {
        var words = new List<TextSpan>();
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
                continue;
            var start = i;
            while (i < sentence.End && (char.IsLetterOrDigit(text[i]) || IsEnglishContraction(text, i)))
                i++;
            words.Add(new TextSpan(start, i));
        }

        return words;
    }

    /// <summary>The apostrophe of don't stands inside one word; that of n’est parts two.</summary>
    private static bool IsEnglishContraction(string text, int index) =>
        text[index] is '\'' or '’' && index > 1 && text[index - 1] is 'n' or 'N' && char.IsLetter(text[index - 2])
        && index + 1 < text.Length && text[index + 1] is 't' or 'T' && (index + 2 == text.Length || !char.IsLetter(text[index + 2]));
}
