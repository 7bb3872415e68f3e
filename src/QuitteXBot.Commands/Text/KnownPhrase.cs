using System.Collections.Immutable;

namespace QuitteXBot.Commands.Text;

/// <summary>A phrase and what it means.</summary>
internal sealed record KnownPhrase<T>(T Meaning, Phrase Phrase)
    where T : class;

/// <summary>A meaning found in a question, and how many words it takes.</summary>
internal sealed record Found<T>(T Meaning, int Words)
    where T : class
{
    /// <summary>The meaning of the longest phrase that stands at that word, or null.</summary>
    public static Found<T>? At(ImmutableArray<KnownPhrase<T>> phrases, ImmutableArray<Word> words, int index)
    {
        Found<T>? longest = null;
        foreach (var known in phrases)
        {
            var length = known.Phrase.LengthAt(words, index);
            if (length > (longest?.Words ?? 0))
                longest = new Found<T>(known.Meaning, length);
        }

        return longest;
    }
}
