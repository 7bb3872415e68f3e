namespace QuitteXBot.Search.Analysis;

/// <summary>
/// Joins the forms of a word under one stem: Jacques Savoy's light stemmer for French ("Light Stemming Approaches for the French, Portuguese, German
/// and Hungarian Languages", SAC 2006, as Lucene's FrenchLightStemFilter has it), on words already folded, so that an accent left out changes nothing.
/// Two English rules join it, because a question may be in English and the text in French: a plural in -s falls as in French, and a final -y
/// falls like the -ie it was (theory, theories, théorie).
/// </summary>
internal static class LightStemmer
{
    private const int ShortestNormalised = 4;

    /// <summary>Shortens, and may alter, the word in place.</summary>
    /// <returns>The stem's length.</returns>
    public static int Stem(Span<char> word)
    {
        foreach (var letter in word)
        {
            if (!char.IsAsciiLetterLower(letter))
                return word.Length;
        }

        return Normalise(word, RemoveDerivation(word, RemovePlural(word)));
    }

    private static int RemovePlural(Span<char> word)
    {
        var length = word.Length;
        if (length > 5 && word[length - 1] == 'x')
        {
            // journaux → journal, but réseaux → réseau.
            if (word[length - 3] == 'a' && word[length - 2] == 'u' && word[length - 4] != 'e')
                word[length - 2] = 'l';
            length--;
        }

        if (length > 3 && word[length - 1] == 'x')
            length--;
        if (length > 3 && word[length - 1] == 's')
            length--;
        return length;
    }

    private static int RemoveDerivation(Span<char> word, int length)
    {
        // The published order: the least length of the word, its ending, how much of the word falls, and what is written in its place.
        if (Replace(word, ref length, 9, "issement", 8, "ir") || Replace(word, ref length, 8, "issant", 6, "ir"))
            return length;
        if (Replace(word, ref length, 6, "ement", 5, "e"))
        {
            Replace(word, ref length, 3, "ive", 3, "if");
            return length;
        }

        if (Replace(word, ref length, 11, "ficatrice", 9, "fier") || Replace(word, ref length, 10, "ficateur", 8, "fier")
            || Replace(word, ref length, 9, "catrice", 7, "quer") || Replace(word, ref length, 8, "cateur", 6, "quer")
            || Replace(word, ref length, 8, "atrice", 6, "er") || Replace(word, ref length, 7, "ateur", 5, "er"))
            return length;
        Replace(word, ref length, 6, "trice", 5, "teur");
        if (Replace(word, ref length, 5, "ieme", 4, "") || Replace(word, ref length, 7, "teuse", 5, "ter")
            || Replace(word, ref length, 6, "teur", 4, "ter") || Replace(word, ref length, 5, "euse", 4, "eu")
            || Replace(word, ref length, 8, "ere", 3, "er") || Replace(word, ref length, 7, "ive", 3, "if")
            || Replace(word, ref length, 4, "folle", 5, "fou") || Replace(word, ref length, 4, "molle", 5, "mou")
            || Replace(word, ref length, 9, "nnelle", 6, "n") || Replace(word, ref length, 9, "nnel", 4, "n"))
            return length;
        Replace(word, ref length, 4, "ete", 3, "et");
        Replace(word, ref length, 8, "ique", 4, "");
        if (Replace(word, ref length, 8, "esse", 4, "e") || Replace(word, ref length, 7, "inage", 5, "in"))
            return length;
        if (Replace(word, ref length, 9, "isation", 7, ""))
        {
            Replace(word, ref length, 5, "ual", 3, "uel");
            return length;
        }

        if (!Replace(word, ref length, 9, "isateur", 7, "") && !Replace(word, ref length, 8, "ation", 5, ""))
            Replace(word, ref length, 8, "ition", 5, "");
        return length;
    }

    private static bool Replace(Span<char> word, ref int length, int longerThan, ReadOnlySpan<char> ending, int removed, ReadOnlySpan<char> written)
    {
        if (length <= longerThan || !word[..length].EndsWith(ending))
            return false;
        length -= removed;
        written.CopyTo(word[length..]);
        length += written.Length;
        return true;
    }

    private static int Normalise(Span<char> word, int length)
    {
        if (length <= ShortestNormalised)
            return length;
        var kept = 1;
        for (var i = 1; i < length; i++)
        {
            if (word[i] != word[kept - 1])
                word[kept++] = word[i];
        }

        length = kept;
        if (length > ShortestNormalised && word[length - 1] == 'y')
            length--;
        else if (length > ShortestNormalised && word[length - 1] == 'e' && word[length - 2] == 'i')
            length -= 2;
        if (length <= ShortestNormalised)
            return length;
        if (word[length - 1] == 'r')
            length--;
        if (word[length - 1] == 'e')
            length--;
        if (word[length - 1] == 'e')
            length--;
        return word[length - 1] == word[length - 2] ? length - 1 : length;
    }
}
