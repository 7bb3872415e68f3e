using System.Collections.Immutable;
using QuitteXBot.Commands.Text;
using QuitteXBot.Core.Reasons;

namespace QuitteXBot.Commands.Values;

/// <summary>Finds reasons by their keys, labels and vocabulary.</summary>
internal static class ReasonReader
{
    private const int ShortestForgiven = 6;

    /// <summary>Reads an option's value as a whole.</summary>
    public static Reason? Find(ImmutableArray<Reason> reasons, string text)
    {
        var words = Word.Split(text);
        if (words.IsEmpty)
            return null;
        foreach (var reason in reasons)
        {
            foreach (var phrase in Phrases(reason))
            {
                if (phrase.LengthAt(words, 0) == words.Length)
                    return reason;
            }
        }

        return FindMistyped(reasons, Folding.Fold(text));
    }

    public static ImmutableArray<KnownPhrase<Reason>> AllPhrases(ImmutableArray<Reason> reasons)
    {
        var all = ImmutableArray.CreateBuilder<KnownPhrase<Reason>>();
        foreach (var reason in reasons)
        {
            // "other" says nothing about a question that happens to hold the word.
            if (reason.FrenchVocabulary.IsEmpty && reason.EnglishVocabulary.IsEmpty)
                continue;
            foreach (var phrase in Phrases(reason))
                all.Add(new KnownPhrase<Reason>(reason, phrase));
        }

        return all.ToImmutable();
    }

    private static IEnumerable<Phrase> Phrases(Reason reason)
    {
        yield return Phrase.Of(reason.Key);
        yield return Phrase.Of(reason.French);
        yield return Phrase.Of(reason.English);
        foreach (var entry in reason.FrenchVocabulary)
            yield return Phrase.Of(entry);
        foreach (var entry in reason.EnglishVocabulary)
            yield return Phrase.Of(entry);
    }

    private static Reason? FindMistyped(ImmutableArray<Reason> reasons, string folded)
    {
        if (folded.Length < ShortestForgiven)
            return null;
        foreach (var reason in reasons)
        {
            if (EditDistance.IsWithin(folded, reason.Key, 1) || EditDistance.IsWithin(folded, Folding.Fold(reason.French), 1)
                || EditDistance.IsWithin(folded, Folding.Fold(reason.English), 1))
                return reason;
        }

        return null;
    }
}
