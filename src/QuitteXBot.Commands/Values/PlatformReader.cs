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
        foreach (var known in AllPhrases(platforms))
        {
            if (known.Phrase.LengthAt(words, 0) == words.Length)
                return known.Meaning;
        }

        return words.Length == 1 ? FindMistyped(platforms, words[0].Folded) : null;
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

    public static ImmutableArray<KnownPhrase<Platform>> AllPhrases(ImmutableArray<Platform> platforms)
    {
        var all = ImmutableArray.CreateBuilder<KnownPhrase<Platform>>();
        foreach (var platform in platforms)
        {
            all.Add(new KnownPhrase<Platform>(platform, Phrase.Of(platform.Key)));
            all.Add(new KnownPhrase<Platform>(platform, Phrase.Of(platform.Name)));
            foreach (var spelling in platform.Spellings)
                all.Add(new KnownPhrase<Platform>(platform, Phrase.Of(spelling)));
        }

        return all.ToImmutable();
    }
}
