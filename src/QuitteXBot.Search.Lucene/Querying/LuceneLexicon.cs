using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using QuitteXBot.Search.Analysis;
using QuitteXBot.Search.Embedded.Querying;

namespace QuitteXBot.Search.Lucene.Querying;

/// <summary>Finds the lists of words in one segment, for one search. Not thread-safe.</summary>
internal sealed class LuceneLexicon(AtomicReader reader, int documents) : ILexicon
{
    private readonly List<WordList> lists = [];
    private readonly Dictionary<(bool IsName, string Text), int> known = [];
    private readonly TermsEnum? texts = Enumerate(reader, IndexFields.Text);
    private readonly TermsEnum? names = Enumerate(reader, IndexFields.Name);

    public int Documents => documents;

    public WordList this[int list] => lists[list];

    public int TextList(string stem) => Find(isName: false, stem);

    public int NameList(string folded) => Find(isName: true, folded);

    public int Frequency(int list) => lists[list].Frequency;

    public List<int> Expand(string prefix)
    {
        var found = new List<int>();
        var stems = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in WordsFrom(prefix))
        {
            var stem = StemOf(word);
            if (stems.Add(stem) && TextList(stem) is var text and >= 0)
                found.Add(text);
            if (NameList(word) is var name and >= 0)
                found.Add(name);
        }

        return found;
    }

    public string? Nearest(string folded)
    {
        var allowed = TypingTolerance.Of(folded);
        var typed = Encoding.UTF8.GetBytes(folded);
        if (allowed == 0 || typed.Length > TypingErrors.LongestWord || reader.GetTerms(IndexFields.Word) is not { } words)
            return null;
        var errors = new TypingErrors(typed, stackalloc ulong[TypingErrors.Rows]);

        // A wrong first letter counts twice: where one error is allowed, it must be right.
        var prefix = allowed > 1 ? 0 : char.IsSurrogate(folded[0]) ? 2 : 1;
        var near = new FuzzyTermsEnum(words, new AttributeSource(), new Term(IndexFields.Word, folded), allowed, prefix, transpositions: true);
        string? best = null;
        var bestCost = allowed + 1;
        var bestFrequency = 0;
        while (near.MoveNext())
        {
            var cost = TypingTolerance.Cost(errors, typed, near.Term.Bytes.AsSpan(near.Term.Offset, near.Term.Length));
            if (cost > allowed || cost > bestCost)
                continue;
            var word = near.Term.Utf8ToString();
            var frequency = FrequencyOf(TextList(StemOf(word))) + FrequencyOf(NameList(word));
            if ((cost == bestCost && frequency <= bestFrequency) || StopWords.Weigh(word) is not WordWeight.Content)
                continue;
            (best, bestCost, bestFrequency) = (word, cost, frequency);
        }

        return best;
    }

    private static TermsEnum? Enumerate(AtomicReader reader, string field) => reader.GetTerms(field)?.GetEnumerator();

    private static string StemOf(string word)
    {
        Span<char> stem = stackalloc char[WordReader.MaximumWordLength];
        word.CopyTo(stem);
        return stem[..LightStemmer.Stem(stem[..word.Length])].ToString();
    }

    private IEnumerable<string> WordsFrom(string prefix)
    {
        if (Enumerate(reader, IndexFields.Word) is not { } words)
            yield break;
        var matching = new PrefixTermsEnum(words, new BytesRef(prefix));
        while (matching.MoveNext())
            yield return matching.Term.Utf8ToString();
    }

    private int FrequencyOf(int list) => list < 0 ? 0 : Frequency(list);

    private int Find(bool isName, string text)
    {
        if (known.TryGetValue((isName, text), out var list))
            return list;
        var terms = isName ? names : texts;
        var term = new BytesRef(IndexFields.Term(text));
        list = -1;
        if (terms is not null && terms.SeekExact(term))
        {
            list = lists.Count;
            lists.Add(new WordList(isName, term, terms.DocFreq, terms.GetTermState()));
        }

        known.Add((isName, text), list);
        return list;
    }
}
