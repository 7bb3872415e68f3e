using System.Text;
using QuitteXBot.Search.Analysis;
using QuitteXBot.Search.Embedded.Building;
using QuitteXBot.Search.Embedded.Files;

namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>Finds the lists of words.</summary>
internal readonly ref struct Lookup(IndexView view)
{
    /// <summary>A word that is still being typed stands for so many lists at most: the most frequent ones.</summary>
    public const int MaximumExpansion = 64;

    private const int LongestStackWord = 256;

    private readonly IndexView view = view;

    /// <summary>The list of the texts with this stem (or of this key), or -1.</summary>
    public int TextList(string stem) => Find(stem) is var word and >= 0 ? view.WordTextLists[word] : -1;

    /// <summary>The list of the names with this word, or -1.</summary>
    public int NameList(string folded) => Find(folded) is var word and >= 0 ? view.WordNameLists[word] : -1;

    public bool HasPrefix(string prefix) => Expand(prefix).Count > 0;

    /// <summary>The lists of the words that begin so.</summary>
    public List<int> Expand(string prefix)
    {
        var found = new HashSet<int>();
        Span<byte> bytes = stackalloc byte[WordReader.MaximumWordLength * 3];
        var utf8 = bytes[..Encoding.UTF8.GetBytes(prefix, bytes)];
        for (var i = view.FirstNotBefore(utf8); i < view.Header.Words && view.Word(i).StartsWith(utf8); i++)
        {
            if (view.WordSignatures[i] == 0)
                continue;
            found.Add(view.WordTextLists[view.WordStems[i]]);
            found.Add(view.WordNameLists[i]);
        }

        found.Remove(-1);
        var lists = found.ToArray();
        if (lists.Length <= MaximumExpansion)
            return [.. lists];
        var rarest = new int[lists.Length];
        for (var i = 0; i < lists.Length; i++)
            rarest[i] = -view.ListFrequencies[lists[i]];
        Array.Sort(rarest, lists);
        return [.. lists.AsSpan(0, MaximumExpansion)];
    }

    /// <summary>What one point of impact is worth where so many of all documents have the word: BM25's inverse document frequency.</summary>
    public static float Weight(long frequency, int all)
    {
        var documents = Math.Min(frequency, all);
        return MathF.Log(1 + ((all - documents + 0.5f) / (documents + 0.5f))) / ImpactModel.Highest;
    }

    private int Find(string word)
    {
        var size = word.Length * 3;
        Span<byte> bytes = size <= LongestStackWord ? stackalloc byte[LongestStackWord] : new byte[size];
        return view.FindWord(bytes[..Encoding.UTF8.GetBytes(word, bytes)]);
    }
}
