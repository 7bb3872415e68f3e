using QuitteXBot.Core.Searching;
using QuitteXBot.Search.Analysis;
using QuitteXBot.Search.Embedded.Building;

namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>Looks the words of a query up: lists, concepts, prefixes, corrections.</summary>
/// <param name="other">Where the index is one of two that answer together: a word that only the other has is known, but in no document of this one.</param>
internal readonly ref struct QueryPlanner<TLexicon>(TLexicon lexicon, Vocabulary vocabulary, Companion<TLexicon> other)
    where TLexicon : ILexicon, allows ref struct
{
    // A name says whom the words are of; a concept, or a word of which only the beginning was typed, is a weaker sign than the very word.
    private const float NameWeight = 1.3f;
    private const float ConceptWeight = 0.5f;
    private const float PhraseWeight = 1.2f;

    private readonly TLexicon lexicon = lexicon;
    private readonly Companion<TLexicon> other = other;
    private readonly int documents = lexicon.Documents + other.Documents;
    private readonly QueryPlan plan = new();

    public QueryPlan Plan(List<QueryWord> words, bool prefixLast)
    {
        var concepts = new ConceptMatches(vocabulary, words);
        if (Correct(words, concepts, prefixLast))
            concepts = new ConceptMatches(vocabulary, words);
        var allFrame = words.TrueForAll(word => word is { Phrase: 0, Weight: not WordWeight.Content });
        for (var i = 0; i < words.Count && !plan.IsHopeless; i++)
        {
            var word = words[i];
            var isPrefix = prefixLast && i == words.Count - 1 && word.Phrase == 0;
            if (word.Phrase != 0)
            {
                if (i == 0 || words[i - 1].Phrase != word.Phrase)
                    AddPhrase(words.FindAll(other => other.Phrase == word.Phrase));
            }
            else if (word.Weight == WordWeight.Stop)
            {
                AddName(word);
            }
            else if (word.Weight != WordWeight.Function && !words.Exists(other => other.Position < word.Position && other.Text == word.Text && other.Phrase == 0))
            {
                AddWord(word, concepts.Of(i), isPrefix, word.Weight == WordWeight.Content || allFrame);
            }
        }

        plan.Required.Sort(static (left, right) => left.Frequency.CompareTo(right.Frequency));
        return plan;
    }

    /// <summary>Puts a near word of the index in the place of each word that no document has.</summary>
    private bool Correct(List<QueryWord> words, ConceptMatches concepts, bool prefixLast)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var isPrefix = prefixLast && i == words.Count - 1 && word.Phrase == 0;
            if (word.Weight is not WordWeight.Content || concepts.Of(i).Count > 0 || lexicon.TextList(word.Stem) >= 0 || lexicon.NameList(word.Text) >= 0
                || (isPrefix && lexicon.Expand(word.Text).Count > 0) || other.Knows(word, isPrefix))
                continue;
            if (Near(word.Text) is not { } found)
                continue;
            words[i] = QueryWord.Of(word.Typed, found, word.Position, word.Phrase);
            plan.Corrections.Add(new WordCorrection(word.Typed, found));
        }

        return plan.Corrections.Count > 0;
    }

    private string? Near(string folded)
    {
        if (other.IsFirst && other.Near(folded) is { } first)
            return first;
        return lexicon.Nearest(folded) ?? (other.IsFirst ? null : other.Near(folded));
    }

    private void AddWord(QueryWord word, List<ConceptMatch> concepts, bool isPrefix, bool isRequired)
    {
        var group = new QueryGroup { IsRequired = isRequired };
        AddText(group, word.Stem, 1);
        AddName(group, word.Text, NameWeight);
        foreach (var match in concepts)
            AddText(group, IndexKeys.Concept(match.Concept), ConceptWeight / match.Words);
        if (isPrefix)
            AddExpansions(group, word.Text);
        Add(group);
    }

    /// <summary>A stop word may still be part of a name: it need not be there, but counts where it is.</summary>
    private void AddName(QueryWord word)
    {
        var group = new QueryGroup { IsRequired = false };
        AddName(group, word.Text, NameWeight);
        Add(group);
    }

    private void AddPhrase(List<QueryWord> words)
    {
        words.RemoveAll(static word => word.Weight == WordWeight.Function);
        if (words.Count == 0)
            return;
        var group = new QueryGroup { IsRequired = true };
        if (words.Count == 1)
        {
            AddText(group, words[0].Stem, PhraseWeight);
            AddName(group, words[0].Text, PhraseWeight * NameWeight);
        }
        else
        {
            AddPhrase(group, words, isName: false);
            AddPhrase(group, words, isName: true);
        }

        Add(group);
    }

    private void AddPhrase(QueryGroup group, List<QueryWord> words, bool isName)
    {
        var phrase = new PhraseWord[words.Count];
        var (here, elsewhere) = (int.MaxValue, int.MaxValue);
        for (var i = 0; i < phrase.Length; i++)
        {
            var list = isName ? lexicon.NameList(words[i].Text) : lexicon.TextList(words[i].Stem);
            var ofWord = list < 0 ? 0 : lexicon.Frequency(list);
            var ofOther = isName ? other.NameFrequency(words[i].Text) : other.TextFrequency(words[i].Stem);
            (here, elsewhere) = (Math.Min(here, ofWord), Math.Min(elsewhere, ofOther));
            phrase[i] = new PhraseWord(list, ofWord, words[i].Position, Weight(ofWord + ofOther) * PhraseWeight);
        }

        if (here > 0)
            group.Phrases.Add(phrase);
        group.Frequency += here + elsewhere;
    }

    private void AddExpansions(QueryGroup group, string prefix)
    {
        var lists = Expansion.Of(lexicon, prefix);
        var elsewhere = other.PrefixFrequency(prefix);
        var frequency = elsewhere;
        foreach (var list in lists)
            frequency += lexicon.Frequency(list);
        var weight = ConceptWeight * Weight(frequency);
        group.Frequency += elsewhere;
        foreach (var list in lists)
        {
            if (group.Clauses.Exists(clause => clause.List == list))
                continue;
            group.Clauses.Add(new Clause(list, weight));
            group.Frequency += lexicon.Frequency(list);
        }
    }

    /// <summary>What one point of impact is worth where so many documents have the word: BM25's inverse document frequency.</summary>
    private float Weight(long frequency)
    {
        var having = Math.Min(frequency, documents);
        return MathF.Log(1 + ((documents - having + 0.5f) / (having + 0.5f))) / ImpactModel.Highest;
    }

    private void AddText(QueryGroup group, string stem, float weight) => AddClause(group, lexicon.TextList(stem), other.TextFrequency(stem), weight);

    private void AddName(QueryGroup group, string folded, float weight) => AddClause(group, lexicon.NameList(folded), other.NameFrequency(folded), weight);

    /// <param name="elsewhere">How many documents of the other index have the same.</param>
    private void AddClause(QueryGroup group, int list, int elsewhere, float weight)
    {
        group.Frequency += elsewhere;
        if (list < 0)
            return;
        var frequency = lexicon.Frequency(list);
        group.Clauses.Add(new Clause(list, weight * Weight(frequency + elsewhere)));
        group.Frequency += frequency;
    }

    /// <summary>A group that only the other index has documents for is needed all the same, and no document here has it.</summary>
    private void Add(QueryGroup group)
    {
        if (group.Clauses.Count + group.Phrases.Count > 0 || (group.IsRequired && group.Frequency > 0))
            (group.IsRequired ? plan.Required : plan.Optional).Add(group);
        else if (group.IsRequired)
            plan.IsHopeless = true;
    }
}
