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
        var found = new List<FoundPlatform>();
        var weak = new List<(int Place, FoundPlatform Platform)>();
        for (var i = 0; i < words.Count; i++)
        {
            var (length, keys) = names.At(words, i);
            if (length == 0 || (CommonWords.Contains(words.At(i)) && !words[i].Capital))
                continue;
            var platform = new FoundPlatform(keys[0], words[i].Start, words[i + length - 1].End);
            var single = length == 1 && words.At(i).Length == 1;
            switch (single ? SingleLetter.Judge(words, i) : Likeness.Certain)
            {
                case Likeness.Certain:
                    found.Add(platform);
                    break;
                case Likeness.Possible:
                    weak.Add((found.Count, platform));
                    break;
            }

            i += length - 1;
        }

        // "celles de X" is the network in a text that names it elsewhere beyond doubt.
        for (var i = weak.Count - 1; i >= 0; i--)
        {
            if (found.Exists(platform => platform.Key == weak[i].Platform.Key))
                found.Insert(weak[i].Place, weak[i].Platform);
        }

        return found;
    }
}
