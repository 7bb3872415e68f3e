using System.Text;
using QuitteXBot.Search.Analysis;
using QuitteXBot.Search.Embedded.Files;

namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>Finds the lists of words in an index of the embedded engine.</summary>
internal readonly ref struct Lookup(IndexView view) : ILexicon
{
    private const int LongestStackWord = 256;

    private readonly IndexView view = view;

    public int Documents => view.Header.Documents;

    public int TextList(string stem) => Find(stem) is var word and >= 0 ? view.WordTextLists[word] : -1;

    public int NameList(string folded) => Find(folded) is var word and >= 0 ? view.WordNameLists[word] : -1;

    public int Frequency(int list) => view.ListFrequencies[list];

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
        return [.. found];
    }

    public string? Nearest(string folded) => TypoFinder.Find(view, folded) is var word and >= 0 ? Encoding.UTF8.GetString(view.Word(word)) : null;

    private int Find(string word)
    {
        var size = word.Length * 3;
        Span<byte> bytes = size <= LongestStackWord ? stackalloc byte[LongestStackWord] : new byte[size];
        return view.FindWord(bytes[..Encoding.UTF8.GetBytes(word, bytes)]);
    }
}
