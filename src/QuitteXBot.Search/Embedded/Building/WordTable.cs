using QuitteXBot.Search.Analysis;

namespace QuitteXBot.Search.Embedded.Building;

/// <summary>
/// Every distinct folded word, its stem and what is known of it, worked out when the word is first met: afterwards a word costs one look-up.
/// </summary>
internal sealed class WordTable(Vocabulary vocabulary)
{
    private readonly Dictionary<string, int> numbers = new(1 << 14);
    private readonly Dictionary<int, string[]> concepts = [];
    private readonly Dictionary<int, VocabularyEntry[]> phrases = [];
    private BuiltWord[] words = new BuiltWord[1 << 14];

    public int Count { get; private set; }

    public ref BuiltWord this[int number] => ref words[number];

    /// <summary>The number of a word that stands in a document.</summary>
    public int Number(ReadOnlySpan<char> folded)
    {
        if (numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out var number))
        {
            if (words[number].IsKnown)
                return number;
        }
        else
        {
            number = Add(folded.ToString());
        }

        Learn(number);
        return number;
    }

    /// <summary>The number of a key that no document has as a word: a filter or a concept.</summary>
    public int KeyNumber(string key) => numbers.TryGetValue(key, out var number) ? number : Add(key);

    /// <summary>The concepts that the word alone reveals.</summary>
    public string[] Concepts(int number) => concepts[number];

    /// <summary>The phrases that begin with the word.</summary>
    public VocabularyEntry[] Phrases(int number) => phrases[number];

    private int Add(string text)
    {
        if (Count == words.Length)
            Array.Resize(ref words, Count * 2);
        words[Count] = new BuiltWord { Text = text, Stem = Count, TextChain = -1, NameChain = -1 };
        numbers.Add(text, Count);
        return Count++;
    }

    private void Learn(int number)
    {
        var text = words[number].Text;
        Span<char> stem = stackalloc char[WordReader.MaximumWordLength];
        text.CopyTo(stem);
        stem = stem[..LightStemmer.Stem(stem[..text.Length])];
        var stemNumber = numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(stem, out var known) ? known : Add(stem.ToString());
        ref var word = ref words[number];
        word.Stem = stemNumber;
        word.IsKnown = true;
        word.IsFunction = StopWords.Weigh(text) == WordWeight.Function;
        var alone = new List<string>();
        var first = new List<VocabularyEntry>();
        foreach (var entry in vocabulary.Entries)
        {
            if (entry.QueryOnly || !entry.Words[0].Matches(text, stem))
                continue;
            if (entry.Words.Length > 1)
                first.Add(entry);
            else if (!alone.Contains(entry.Concept))
                alone.Add(entry.Concept);
        }

        if (alone.Count > 0)
            concepts[number] = [.. alone];
        if (first.Count > 0)
            phrases[number] = [.. first];
        word.RevealsConcept = alone.Count > 0;
        word.BeginsPhrase = first.Count > 0;
    }
}

internal struct BuiltWord
{
    public string Text;

    /// <summary>Its stem's number; its own where it is one.</summary>
    public int Stem;

    /// <summary>Chain of the texts and titles that have this stem, or -1.</summary>
    public int TextChain;

    /// <summary>Chain of the names that have this word, or -1.</summary>
    public int NameChain;

    /// <summary>Whether a document has it (and not only a stem of something that a document has).</summary>
    public bool IsKnown;

    public bool IsFunction;

    public bool RevealsConcept;

    public bool BeginsPhrase;
}
