using System.Collections.Immutable;
using QuitteXBot.Commands.Text;
using QuitteXBot.Core.Platforms;

namespace QuitteXBot.Commands.Values;

/// <summary>Finds platforms by their keys, names and spellings.</summary>
internal static class PlatformReader
{
    /// <summary>Key of the platform that everybody leaves.</summary>
    public const string Left = "x";

    private const int ShortestForgiven = 6;

    /// <summary>Reads an option's value as a whole.</summary>
    public static Platform? Find(ImmutableArray<Platform> platforms, string text)
    {
        var words = Word.Split(text);
        if (words.IsEmpty)
            return null;
        foreach (var (platform, phrase) in AllPhrases(platforms))
        {
            if (phrase.LengthAt(words, 0) == words.Length)
                return platform;
        }

        return words.Length == 1 ? FindMistyped(platforms, words[0].Folded) : null;
    }

    /// <summary>The platform whose spelling stands at that word, and how many words it takes; the longest spelling wins.</summary>
    public static (Platform Platform, int Words)? FindAt(
        ImmutableArray<(Platform Platform, Phrase Phrase)> phrases, ImmutableArray<Word> words, int index)
    {
        (Platform, int Words)? longest = null;
        foreach (var (platform, phrase) in phrases)
        {
            var length = phrase.LengthAt(words, index);
            if (length > (longest?.Words ?? 0))
                longest = (platform, length);
        }

        return longest;
    }

    /// <summary>The platform whose one-word name is one typing error away, or null.</summary>
    public static Platform? FindMistyped(ImmutableArray<Platform> platforms, string folded)
    {
        if (folded.Length < ShortestForgiven)
            return null;
        foreach (var platform in platforms)
        {
            if (platform.Key[0] == folded[0] && EditDistance.IsWithin(folded, platform.Key, 1))
                return platform;
        }

        return null;
    }

    public static ImmutableArray<(Platform Platform, Phrase Phrase)> AllPhrases(ImmutableArray<Platform> platforms)
    {
        var all = ImmutableArray.CreateBuilder<(Platform, Phrase)>();
        foreach (var platform in platforms)
        {
            all.Add((platform, Phrase.Of(platform.Key)));
            all.Add((platform, Phrase.Of(platform.Name)));
            foreach (var spelling in platform.Spellings)
                all.Add((platform, Phrase.Of(spelling)));
        }

        return all.ToImmutable();
    }
}
