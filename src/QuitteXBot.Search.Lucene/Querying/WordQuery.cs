using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace QuitteXBot.Search.Lucene.Querying;

/// <summary>
/// The documents that have a word, scored by BM25F over the field that has all its occurrences and the one that has those that count less. Lucene's
/// own BM25 knows one field at a time, and adds up fields as if each were a text of its own.
/// </summary>
/// <param name="weight">What a point of impact is worth.</param>
internal sealed class WordQuery(WordList list, float weight, Impacts impacts) : Query
{
    public override Weight CreateWeight(IndexSearcher searcher) => new WordWeight(this);

    public override void ExtractTerms(ISet<Term> terms) => terms.Add(new Term(list.Field, list.Term));

    public override string ToString(string field) => $"{list.Field}:{list.Term.Utf8ToString()}";

    private WordScorer NewScorer(Weight owner, AtomicReader reader, IBits acceptDocs)
    {
        var terms = reader.GetTerms(list.Field).GetEnumerator();
        terms.SeekExact(list.Term, list.State);
        var minor = reader.GetTerms(list.MinorField)?.GetEnumerator();
        var minorDocuments = minor is not null && minor.SeekExact(list.Term) ? minor.Docs(acceptDocs, null) : null;
        var lengths = list.IsName ? null : Impacts.LengthsOf(reader);
        return new WordScorer(owner, terms.Docs(acceptDocs, null), minorDocuments, lengths, impacts, weight);
    }

    private sealed class WordWeight(WordQuery query) : Weight
    {
        public override Query Query => query;

        /// <summary>Weights are as they were planned: nothing is normalised.</summary>
        public override float GetValueForNormalization() => 1;

        public override void Normalize(float norm, float topLevelBoost)
        {
        }

        public override Scorer GetScorer(AtomicReaderContext context, IBits acceptDocs) => query.NewScorer(this, context.AtomicReader, acceptDocs);

        public override Explanation Explain(AtomicReaderContext context, int doc)
        {
            var scorer = GetScorer(context, context.AtomicReader.LiveDocs);
            return scorer.Advance(doc) == doc ? new ComplexExplanation(true, scorer.GetScore(), query.ToString()) : new ComplexExplanation(false, 0, "no such word");
        }
    }
}
