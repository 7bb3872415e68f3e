using QuitteXBot.Core.Searching;
using QuitteXBot.Search.Analysis;
using QuitteXBot.Search.Embedded.Building;

namespace QuitteXBot.Search.Embedded.Querying;

/// <summary>Looks the words of a query up: lists, concepts, prefixes, corrections.</summary>
internal readonly ref struct QueryPlanner<TLexicon>(TLexicon lexicon, Vocabulary vocabulary)
    where TLexicon : ILexicon, allows ref struct
{
    /// <summary>A word that is still being typed stands for so many lists at most: the most frequent ones.</summary>
    private const int MaximumExpansion = 64;

    // A name says whom the words are of; a concept, or a word of which only the beginning was typed, is a weaker sign than the very word.
    private const float NameWeight = 1.3f;
    private const float ConceptWeight = 0.5f;
    private const float PhraseWeight = 1.2f;

    private readonly TLexicon lexicon = lexicon;
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
                || (isPrefix && lexicon.Expand(word.Text).Count > 0))
                continue;
            if (lexicon.Nearest(word.Text) is not { } found)
                continue;
            words[i] = QueryWord.Of(word.Typed, found, word.Position, word.Phrase);
            plan.Corrections.Add(new WordCorrection(word.Typed, found));
        }

        return plan.Corrections.Count > 0;
    }

    private void AddWord(QueryWord word, List<ConceptMatch> concepts, bool isPrefix, bool isRequired)
    {
        var group = new QueryGroup { IsRequired = isRequired };
        AddClause(group, lexicon.TextList(word.Stem), 1);
        AddClause(group, lexicon.NameList(word.Text), NameWeight);
        foreach (var match in concepts)
            AddClause(group, lexicon.TextList(IndexKeys.Concept(match.Concept)), ConceptWeight / match.Words);
        if (isPrefix)
            AddExpansions(group, word.Text);
        Add(group);
    }

    /// <summary>A stop word may still be part of a name: it need not be there, but counts where it is.</summary>
    private void AddName(QueryWord word)
    {
        var group = new QueryGroup { IsRequired = false };
        AddClause(group, lexicon.NameList(word.Text), NameWeight);
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
            AddClause(group, lexicon.TextList(words[0].Stem), PhraseWeight);
            AddClause(group, lexicon.NameList(words[0].Text), PhraseWeight * NameWeight);
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
        var frequency = int.MaxValue;
        for (var i = 0; i < phrase.Length; i++)
        {
            var list = isName ? lexicon.NameList(words[i].Text) : lexicon.TextList(words[i].Stem);
            if (list < 0)
                return;
            var ofWord = lexicon.Frequency(list);
            frequency = Math.Min(frequency, ofWord);
            phrase[i] = new PhraseWord(list, ofWord, words[i].Position, Weight(ofWord) * PhraseWeight);
        }

        group.Phrases.Add(phrase);
        group.Frequency += frequency;
    }

    private void AddExpansions(QueryGroup group, string prefix)
    {
        var lists = MostFrequent(lexicon.Expand(prefix));
        long frequency = 0;
        foreach (var list in lists)
            frequency += lexicon.Frequency(list);
        var weight = ConceptWeight * Weight(frequency);
        foreach (var list in lists)
        {
            if (group.Clauses.Exists(clause => clause.List == list))
                continue;
            group.Clauses.Add(new Clause(list, weight));
            group.Frequency += lexicon.Frequency(list);
        }
    }

    private List<int> MostFrequent(List<int> lists)
    {
        if (lists.Count <= MaximumExpansion)
            return lists;
        var rarest = new (int Negated, int At)[lists.Count];
        for (var i = 0; i < rarest.Length; i++)
            rarest[i] = (-lexicon.Frequency(lists[i]), i);
        Array.Sort(rarest);
        var kept = new List<int>(MaximumExpansion);
        foreach (var (_, at) in rarest.AsSpan(0, MaximumExpansion))
            kept.Add(lists[at]);
        return kept;
    }

    /// <summary>What one point of impact is worth where so many documents have the word: BM25's inverse document frequency.</summary>
    private float Weight(long frequency)
    {
        var documents = Math.Min(frequency, lexicon.Documents);
        return MathF.Log(1 + ((lexicon.Documents - documents + 0.5f) / (documents + 0.5f))) / ImpactModel.Highest;
    }

    private void AddClause(QueryGroup group, int list, float weight)
    {
        if (list < 0)
            return;
        group.Clauses.Add(new Clause(list, weight * Weight(lexicon.Frequency(list))));
        group.Frequency += lexicon.Frequency(list);
    }

    private void Add(QueryGroup group)
    {
        if (group.Clauses.Count + group.Phrases.Count > 0)
            (group.IsRequired ? plan.Required : plan.Optional).Add(group);
        else if (group.IsRequired)
            plan.IsHopeless = true;
    }
}
