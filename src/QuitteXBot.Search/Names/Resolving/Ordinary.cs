using QuitteXBot.Search.Names.Folding;
using QuitteXBot.Search.Names.Indexing;

namespace QuitteXBot.Search.Names.Resolving;

/// <summary>Tells words of the language from words that are only names.</summary>
internal static class Ordinary
{
    /// <summary>Whether all words are ordinary ones, of which no slip makes a name.</summary>
    public static bool Are(NameFile file, TokenRange words)
    {
        for (var index = words.Start; index < words.End; index++)
        {
            var word = words.Text.Token(index);
            if (!NameKey.IsLink(word) && file.OrdinaryWords.Find(word) < 0)
                return false;
        }

        return true;
    }
}
