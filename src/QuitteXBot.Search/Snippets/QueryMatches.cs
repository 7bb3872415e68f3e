using System.Collections.Immutable;
using System.Numerics;
using QuitteXBot.Core.Text;
using QuitteXBot.Search.Analysis;
using QuitteXBot.Search.Embedded.Querying;

namespace QuitteXBot.Search.Snippets;

/// <summary>What a sentence has of a query.</summary>
/// <param name="Words">A bit for each word of the query that it has.</param>
/// <param name="First">Where the first of them stands in the text, or -1.</param>
internal readonly record struct SentenceMatch(uint Words, int First)
{
    public int Count => BitOperations.PopCount(Words);
}

/// <summary>Finds the words of a query, and those of the vocabulary that answer them, in a text.</summary>
internal sealed class QueryMatches
{
    private readonly List<QueryWord> words;
    private readonly List<(VocabularyEntry Entry, uint Words)> vocabulary = [];

    public QueryMatches(Vocabulary all, string query)
    {
        words = QueryParser.Parse(query);
        if (words.Exists(static word => word.Weight == WordWeight.Content))
            words.RemoveAll(static word => word.Weight != WordWeight.Content);
        var concepts = new ConceptMatches(all, words);
        foreach (var entry in all.Entries)
        {
            uint ofWords = 0;
            for (var i = 0; i < words.Count; i++)
            {
                if (concepts.Of(i).Any(concept => concept.Concept == entry.Concept))
                    ofWords |= 1u << i;
            }

            if (ofWords != 0 && !entry.QueryOnly && entry.Words.Length == 1)
                vocabulary.Add((entry, ofWords));
        }
    }

    public ImmutableArray<SentenceMatch> In(string text, ImmutableArray<TextSpan> sentences)
    {
        Span<char> buffer = stackalloc char[WordReader.MaximumWordLength];
        Span<char> stem = stackalloc char[WordReader.MaximumWordLength];
        var matches = ImmutableArray.CreateBuilder<SentenceMatch>(sentences.Length);
        foreach (var sentence in sentences)
        {
            var reader = new WordReader(text.AsSpan(sentence.Start, sentence.Length), buffer);
            var match = new SentenceMatch(0, -1);
            while (reader.Read())
            {
                reader.Word.CopyTo(stem);
                var found = Match(reader.Word, stem[..LightStemmer.Stem(stem[..reader.Word.Length])]);
                if (found != 0)
                    match = new SentenceMatch(match.Words | found, match.First < 0 ? sentence.Start + reader.Start : match.First);
            }

            matches.Add(match);
        }

        return matches.MoveToImmutable();
    }

    private uint Match(ReadOnlySpan<char> word, ReadOnlySpan<char> stem)
    {
        uint found = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (stem.SequenceEqual(words[i].Stem))
                found |= 1u << i;
        }

        foreach (var (entry, ofWords) in vocabulary)
        {
            if (entry.Words[0].Matches(word, stem))
                found |= ofWords;
        }

        return found;
    }
}
