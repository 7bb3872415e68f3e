using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace QuitteXBot.Search.Lucene.Querying;

/// <summary>What another query finds, with so much more score.</summary>
internal sealed class BonusQuery(Query inner, float bonus) : Query
{
    public override Query Rewrite(IndexReader reader)
    {
        var rewritten = inner.Rewrite(reader);
        return ReferenceEquals(rewritten, inner) ? this : new BonusQuery(rewritten, bonus);
    }

    public override Weight CreateWeight(IndexSearcher searcher) => new BonusWeight(this, inner.CreateWeight(searcher), bonus);

    public override void ExtractTerms(ISet<Term> terms) => inner.ExtractTerms(terms);

    public override string ToString(string field) => $"({inner.ToString(field)})+{bonus}";

    private sealed class BonusWeight(Query query, Weight inner, float bonus) : Weight
    {
        public override Query Query => query;

        public override float GetValueForNormalization() => inner.GetValueForNormalization();

        public override void Normalize(float norm, float topLevelBoost) => inner.Normalize(norm, topLevelBoost);

        public override Scorer? GetScorer(AtomicReaderContext context, IBits acceptDocs) =>
            inner.GetScorer(context, acceptDocs) is { } scorer ? new BonusScorer(this, scorer, bonus) : null;

        public override Explanation Explain(AtomicReaderContext context, int doc) => inner.Explain(context, doc);
    }

    private sealed class BonusScorer(Weight owner, Scorer inner, float bonus) : Scorer(owner)
    {
        public override int DocID => inner.DocID;

        public override int Freq => inner.Freq;

        public override int NextDoc() => inner.NextDoc();

        public override int Advance(int target) => inner.Advance(target);

        public override long GetCost() => inner.GetCost();

        public override float GetScore() => inner.GetScore() + bonus;
    }
}
