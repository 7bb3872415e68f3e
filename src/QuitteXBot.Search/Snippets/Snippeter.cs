using System.Collections.Immutable;
using QuitteXBot.Core;
using QuitteXBot.Core.Searching;
using QuitteXBot.Core.Text;
using QuitteXBot.Search.Analysis;

namespace QuitteXBot.Search.Snippets;

/// <summary>
/// Shows the sentences that have most of the query's words, then as many of their neighbours as fit. Where no sentence has any, the text's beginning.
/// </summary>
/// <param name="catalogue">Its vocabulary of reasons says which other words answer the query.</param>
public sealed class Snippeter(Catalogue catalogue) : ISnippeter
{
    private readonly Lazy<Vocabulary> vocabulary = new(() => Vocabulary.From(catalogue));

    public string Snippet(string text, string query, int maximumLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumLength, QuoteShortener.LeastLength);
        if (text.Length <= maximumLength)
            return text;
        var sentences = SentenceBoundaries.Of(text);
        if (sentences.IsEmpty)
            return QuoteShortener.Mark;
        var matches = new QueryMatches(vocabulary.Value, query).In(text, sentences);
        var best = Best(matches);
        if (best < 0)
            return QuoteShortener.Shorten(text, maximumLength);
        var selection = new SentenceSelection(text, sentences, maximumLength);
        if (!selection.TryAdd(best))
            return QuoteShortener.CutSentence(text, sentences, best, matches[best].First, maximumLength);
        AddMatching(selection, matches, best);
        selection.AddNeighbours();
        return selection.Render();
    }

    private static int Best(ImmutableArray<SentenceMatch> matches)
    {
        var best = -1;
        for (var i = 0; i < matches.Length; i++)
        {
            if (matches[i].Words != 0 && (best < 0 || matches[i].Count > matches[best].Count))
                best = i;
        }

        return best;
    }

    /// <summary>Adds sentences with words of the query that none yet has.</summary>
    private static void AddMatching(SentenceSelection selection, ImmutableArray<SentenceMatch> matches, int best)
    {
        var shown = matches[best].Words;
        for (var i = 0; i < matches.Length; i++)
        {
            if ((matches[i].Words & ~shown) != 0 && selection.TryAdd(i))
                shown |= matches[i].Words;
        }
    }
}
