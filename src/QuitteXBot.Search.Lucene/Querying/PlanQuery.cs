using Lucene.Net.Index;
using Lucene.Net.Search;
using QuitteXBot.Search.Embedded.Querying;

namespace QuitteXBot.Search.Lucene.Querying;

/// <summary>Puts a plan into Lucene's query objects. No text of the user is ever parsed: words come as terms, looked up one by one.</summary>
internal sealed class PlanQuery(LuceneLexicon lexicon, Impacts impacts)
{
    /// <summary>More than all words can score: a document with more of the words comes first, whatever they weigh.</summary>
    private const float MatchedGroupBonus = 1000;

    /// <param name="filters">Lists that a document must be in.</param>
    public Query Of(QueryPlan plan, List<int> filters)
    {
        if (plan.Required.Count == 1 && plan.Optional.Count == 0 && filters.Count == 0)
            return Group(plan.Required[0]);
        var query = new BooleanQuery(disableCoord: true);
        if (plan.Needed == plan.Required.Count)
        {
            foreach (var group in plan.Required)
                query.Add(Group(group), Occur.MUST);
        }
        else
        {
            query.Add(Some(plan), Occur.MUST);
        }

        foreach (var group in plan.Optional)
            query.Add(Group(group), Occur.SHOULD);
        foreach (var list in filters)
            query.Add(Unscored(new TermQuery(TermOf(lexicon[list]))), Occur.MUST);
        return query;
    }

    /// <summary>The rarest group, and as many of the others as are needed.</summary>
    private BooleanQuery Some(QueryPlan plan)
    {
        var query = new BooleanQuery(disableCoord: true) { MinimumNumberShouldMatch = plan.Needed - 1 };
        for (var i = 0; i < plan.Required.Count; i++)
            query.Add(new BonusQuery(Group(plan.Required[i]), MatchedGroupBonus), i == 0 ? Occur.MUST : Occur.SHOULD);
        return query;
    }

    private Query Group(QueryGroup group)
    {
        if (group is { Phrases.Count: 0, Clauses: [var only] })
            return Word(only.List, only.Weight);
        var query = new BooleanQuery(disableCoord: true);
        foreach (var clause in group.Clauses)
            query.Add(Word(clause.List, clause.Weight), Occur.SHOULD);
        foreach (var phrase in group.Phrases)
            query.Add(Phrase(phrase), Occur.SHOULD);
        return query;
    }

    /// <summary>Scores as its words do; that they stand together is a condition.</summary>
    private BooleanQuery Phrase(PhraseWord[] phrase)
    {
        var together = new PhraseQuery();
        var query = new BooleanQuery(disableCoord: true) { { Unscored(together), Occur.MUST } };
        foreach (var word in phrase)
        {
            together.Add(TermOf(lexicon[word.List]), word.Offset - phrase[0].Offset);
            query.Add(Word(word.List, word.Weight), Occur.MUST);
        }

        return query;
    }

    private WordQuery Word(int list, float weight) => new(lexicon[list], weight, impacts);

    private static ConstantScoreQuery Unscored(Query query) => new(query) { Boost = 0 };

    private static Term TermOf(WordList list) => new(list.Field, list.Term);
}
