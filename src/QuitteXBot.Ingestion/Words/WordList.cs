using System.Globalization;

namespace QuitteXBot.Ingestion.Words;

/// <summary>
/// A text and its words in order. Apostrophes and hyphens part words ("l'abandon" and "ex-Twitter" are two each), so that
/// elisions and spellings with or without a hyphen compare alike.
/// </summary>
public sealed class WordList
{
    private readonly List<Word> words = [];

    public WordList(string text)
    {
        Text = text;
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i])
                || (start >= 0 && CharUnicodeInfo.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark));
            if (inside && start < 0)
                start = i;
            if (inside || start < 0)
                continue;
            words.Add(new Word(start, i, WordFolding.Fold(text.AsSpan(start, i - start)), char.IsUpper(text[start])));
            start = -1;
        }
    }

    public string Text { get; }

    public int Count => words.Count;

    public Word this[int index] => words[index];

    /// <summary>The folded word, or an empty string beyond either end.</summary>
    public string At(int index) => index >= 0 && index < words.Count ? words[index].Folded : "";

    /// <summary>What stands between a word and the next one; empty beyond either end.</summary>
    public ReadOnlySpan<char> GapAfter(int index) =>
        index >= 0 && index + 1 < words.Count ? Text.AsSpan(words[index].End, words[index + 1].Start - words[index].End) : [];

    /// <summary>Whether only spaces, hyphens or apostrophes part a word from the next one.</summary>
    public bool Adjoins(int index)
    {
        if (index < 0 || index + 1 >= words.Count)
            return false;
        foreach (var unit in GapAfter(index))
        {
            if (!(unit is ' ' or '-' or '\'' or '’' or '‑' or '‐' or '\u00A0' or '\u202F' or '\t'))
                return false;
        }

        return true;
    }

    /// <summary>Whether these words stand at the index, adjoining.</summary>
    public bool Matches(int index, params ReadOnlySpan<string> phrase)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if (At(index + i) != phrase[i] || (i > 0 && !Adjoins(index + i - 1)))
                return false;
        }

        return true;
    }

    /// <summary>The index of the first word that starts at or behind the place of the text; <see cref="Count"/> where there is none.</summary>
    public int IndexFrom(int place)
    {
        var (low, high) = (0, words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (words[middle].Start < place)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
