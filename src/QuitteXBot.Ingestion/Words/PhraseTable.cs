using System.Collections.Frozen;
using System.Collections.Immutable;

namespace QuitteXBot.Ingestion.Words;

/// <summary>
/// Words and phrases to look for, each with what it stands for. Case and accents do not matter; a <c>*</c> behind a word stands for any ending.
/// The longest phrase at a place wins.
/// </summary>
public sealed class PhraseTable<T>
{
    private readonly FrozenDictionary<string, ImmutableArray<Phrase>> byFirstWord;
    private readonly FrozenDictionary<string, ImmutableArray<Phrase>> byFirstPrefix;
    private readonly ImmutableArray<int> prefixLengths;

    // Most words of a text begin no phrase: their first letter and length already tell.
    private readonly HashSet<char> firstLetters;

    public PhraseTable(IEnumerable<(string Phrase, T Value)> entries)
    {
        var phrases = entries.Select(entry => new Phrase(Parts(entry.Phrase), entry.Value)).Where(phrase => phrase.Parts.Length > 0).ToList();
        byFirstWord = Group(phrases.Where(phrase => !phrase.Parts[0].IsPrefix));
        byFirstPrefix = Group(phrases.Where(phrase => phrase.Parts[0].IsPrefix));
        prefixLengths = [.. byFirstPrefix.Keys.Select(key => key.Length).Distinct().Order()];
        firstLetters = [.. phrases.Select(phrase => phrase.Parts[0].Folded[0])];
    }

    /// <summary>The longest phrases that begin at a word: how many words they take, and what they stand for (several where they are equally long).</summary>
    public (int Length, ImmutableArray<T> Values) At(WordList words, int index)
    {
        var best = 0;
        var values = ImmutableArray<T>.Empty;
        var folded = words.At(index);
        if (folded.Length == 0 || !firstLetters.Contains(folded[0]))
            return (0, values);
        if (byFirstWord.TryGetValue(folded, out var phrases))
            Collect(phrases);
        foreach (var length in prefixLengths)
        {
            if (length > folded.Length)
                break;
            if (byFirstPrefix.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded.AsSpan(0, length), out phrases))
                Collect(phrases);
        }

        return (best, values);

        void Collect(ImmutableArray<Phrase> candidates)
        {
            foreach (var candidate in candidates)
            {
                if (candidate.Parts.Length < best || !candidate.StandsAt(words, index))
                    continue;
                values = candidate.Parts.Length > best ? [candidate.Value] : values.Contains(candidate.Value) ? values : values.Add(candidate.Value);
                best = candidate.Parts.Length;
            }
        }
    }

    private static FrozenDictionary<string, ImmutableArray<Phrase>> Group(IEnumerable<Phrase> phrases) =>
        phrases.GroupBy(phrase => phrase.Parts[0].Folded).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());

    private static ImmutableArray<Part> Parts(string phrase)
    {
        var words = new WordList(phrase);
        return [.. Enumerable.Range(0, words.Count).Select(i => new Part(words[i].Folded, words[i].End < phrase.Length && phrase[words[i].End] == '*'))];
    }

    private readonly record struct Part(string Folded, bool IsPrefix)
    {
        public bool Fits(string word) => IsPrefix ? word.StartsWith(Folded, StringComparison.Ordinal) : word == Folded;
    }

    private sealed record Phrase(ImmutableArray<Part> Parts, T Value)
    {
        public bool StandsAt(WordList words, int index)
        {
            for (var i = 0; i < Parts.Length; i++)
            {
                if (!Parts[i].Fits(words.At(index + i)) || (i > 0 && !Joined(words, index + i - 1)))
                    return false;
            }

            return true;
        }

        // A full stop or a slash without spaces joins too: "X.com", "X/Twitter".
        private static bool Joined(WordList words, int index) => words.Adjoins(index) || words.GapAfter(index) is "." or "/";
    }
}
