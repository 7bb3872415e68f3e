using Lucene.Net.Index;
using Lucene.Net.Search;
using QuitteXBot.Search.Embedded.Building;

namespace QuitteXBot.Search.Lucene.Querying;

/// <param name="all">The documents, with how often each has the word.</param>
/// <param name="minor">Some of them, with how many of these occurrences count less; or null.</param>
/// <param name="lengths">The lengths of the texts, or null where the word is of names.</param>
internal sealed class WordScorer(Weight owner, DocsEnum all, DocsEnum? minor, NumericDocValues? lengths, Impacts impacts, float weight) : Scorer(owner)
{
    private int minorDocument = -1;

    public override int DocID => all.DocID;

    public override int Freq => all.Freq;

    public override int NextDoc() => all.NextDoc();

    public override int Advance(int target) => all.Advance(target);

    public override long GetCost() => all.GetCost();

    public override float GetScore()
    {
        var document = all.DocID;
        var less = 0;
        if (minor is not null)
        {
            if (minorDocument < document)
                minorDocument = minor.Advance(document);
            if (minorDocument == document)
                less = minor.Freq;
        }

        var more = all.Freq - less;
        return weight * (lengths is null ? ImpactModel.OfName(more, less) : impacts.OfText(less, more, lengths.Get(document)));
    }
}
