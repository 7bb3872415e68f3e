using QuitteXBot.Search.Analysis;

namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>A concept that a word stands for.</summary>
/// <param name="Words">Of how many words the entry of the vocabulary is that says so.</param>
internal sealed record ConceptMatch(string Concept, int Words);

/// <summary>Which concepts of the vocabulary the words of a query stand for.</summary>
internal sealed class ConceptMatches
{
    private readonly List<ConceptMatch>?[] concepts;

    public ConceptMatches(Vocabulary vocabulary, List<QueryWord> words)
    {
        concepts = new List<ConceptMatch>?[words.Count];
        foreach (var entry in vocabulary.Entries)
        {
            for (var i = 0; i + entry.Words.Length <= words.Count; i++)
            {
                if (IsAt(entry, words, i))
                    Add(entry, i);
            }
        }
    }

    public List<ConceptMatch> Of(int word) => concepts[word] ?? [];

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
                ofWord.Add(new ConceptMatch(entry.Concept, entry.Words.Length));
        }
    }
}
