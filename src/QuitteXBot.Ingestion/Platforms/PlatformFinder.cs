using QuitteXBot.Core;
using QuitteXBot.Ingestion.Words;

namespace QuitteXBot.Ingestion.Platforms;

/// <summary>
/// Finds networks by the names and spellings of the catalogue: whole words, case and accents free, except where a name is a common word too.
/// A name of one letter is the network only where its surroundings say so.
/// </summary>
public sealed class PlatformFinder
{
    /// <summary>The network that this project is about.</summary>
    public const string Left = "x";

    // Spellings that are common words of French or English: names only with a capital.
    private static readonly HashSet<string> CommonWords = ["x", "thread", "threads", "discord", "telegram", "signal", "insta", "blue", "fb"];

    private readonly PhraseTable<string> names;

    public PlatformFinder(Catalogue catalogue) =>
        names = new PhraseTable<string>(catalogue.Platforms.SelectMany(platform => platform.Spellings.Prepend(platform.Name).Select(name => (name, platform.Key))));

    public IReadOnlyList<FoundPlatform> Find(string text) => Find(new WordList(text));

    public IReadOnlyList<FoundPlatform> Find(WordList words)
    {
        var found = new List<(FoundPlatform Platform, bool Certain)>();
        var certain = new HashSet<string>();
        for (var i = 0; i < words.Count; i++)
        {
            var (length, keys) = names.At(words, i);
            if (length == 0 || (CommonWords.Contains(words.At(i)) && !words[i].Capital))
                continue;
            var single = length == 1 && words.At(i).Length == 1;
            var likeness = single ? SingleLetter.Judge(words, i) : Likeness.Certain;
            if (likeness != Likeness.Impossible)
                found.Add((new FoundPlatform(keys[0], words[i].Start, words[i + length - 1].End), likeness == Likeness.Certain));
            if (likeness == Likeness.Certain)
                certain.Add(keys[0]);
            i += length - 1;
        }

        // "celles de X" is the network in a text that names it elsewhere beyond doubt, or that speaks of social networks.
        if (SpeaksOfNetworks(words))
            certain.Add(Left);
        return [.. found.Where(entry => entry.Certain || certain.Contains(entry.Platform.Key)).Select(entry => entry.Platform)];
    }

    private static bool SpeaksOfNetworks(WordList words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if ((words.At(i) is "reseau" or "reseaux" && words.At(i + 1) is "social" or "sociaux") || (words.At(i) == "social" && words.At(i + 1) is "network" or "networks" or "media" or "platform"))
                return true;
        }

        return false;
    }
}
