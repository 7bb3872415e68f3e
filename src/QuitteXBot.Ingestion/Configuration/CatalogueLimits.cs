using QuitteXBot.Core.Results;
using YamlDotNet.RepresentationModel;

namespace QuitteXBot.Ingestion.Configuration;

/// <summary>What one file of the catalogue may hold, and that nothing stands in it twice.</summary>
internal sealed class CatalogueLimits(string name)
{
    private const int MostEntries = 200;

    private readonly HashSet<string> keys = [];
    private readonly Dictionary<string, string> words = [];

    public Error? Refuse(YamlSequenceNode entries) =>
        entries.Children.Count is 0 or > MostEntries
            ? new Error("catalogue-invalid", $"The file must have 1 to {MostEntries} entries.", YamlFile.At(name, entries)) : null;

    /// <summary>A key that stands twice; a word of two entries, which could not tell them apart.</summary>
    public Error? Refuse(EntryReader entry)
    {
        if (!keys.Add(entry.Identity))
            return new Error("catalogue-duplicate", $"The key '{entry.Identity}' stands twice.", entry.Location);
        foreach (var (word, line) in entry.AllWords)
        {
            if (!words.TryAdd(word, entry.Identity) && words[word] != entry.Identity)
                return new Error("catalogue-duplicate", $"'{word}' stands under '{words[word]}' and under '{entry.Identity}'.", $"{name}:{line}");
        }

        return null;
    }
}
