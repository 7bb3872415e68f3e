using QuitteXBot.Search.Analysis;

namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>Which concepts of the vocabulary the words of a query stand for.</summary>
internal sealed class ConceptMatches
{
    private readonly List<(string Concept, int Words)>?[] concepts;

    public ConceptMatches(Vocabulary vocabulary, List<QueryWord> words)
    {
        concepts = new List<(string, int)>?[words.Count];
        foreach (var entry in vocabulary.Entries)
        {
            for (var i = 0; i + entry.Words.Length <= words.Count; i++)
            {
                if (IsAt(entry, words, i))
                    Add(entry, i);
            }
        }
    }

    /// <summary>The concepts of the word, and of how many words the entry is that says so.</summary>
    public IReadOnlyList<(string Concept, int Words)> Of(int word) => concepts[word] ?? (IReadOnlyList<(string, int)>)[];

    private static bool IsAt(VocabularyEntry entry, List<QueryWord> words, int at)
    {
        for (var i = 0; i < entry.Words.Length; i++)
        {
            // What stands in quotation marks is wanted word for word.
            var word = words[at + i];
            if (word.Phrase != 0 || !entry.Words[i].Matches(word.Text, word.Stem))
                return false;
        }

        return true;
    }

    private void Add(VocabularyEntry entry, int at)
    {
        for (var i = at; i < at + entry.Words.Length; i++)
        {
            var ofWord = concepts[i] ??= [];
            if (!ofWord.Exists(known => known.Concept == entry.Concept))
                ofWord.Add((entry.Concept, entry.Words.Length));
        }
    }
}
