using System.Collections.Immutable;
using QuitteXBot.Core;
using QuitteXBot.Ingestion.Words;

namespace QuitteXBot.Ingestion.Reasons;

/// <summary>Finds the reasons that a quote gives, by the vocabulary of the catalogue. A reason that the quote denies is not one.</summary>
public sealed class ReasonFinder
{
    // Good things: their lack is the reason.
    private static readonly HashSet<string> Goods = ["moderation", "privacy", "values"];

    private readonly PhraseTable<string> vocabulary;
    private readonly ImmutableArray<string> order;

    public ReasonFinder(Catalogue catalogue)
    {
        order = [.. catalogue.Reasons.Select(reason => reason.Key)];
        vocabulary = new PhraseTable<string>(
            catalogue.Reasons.SelectMany(reason => reason.FrenchVocabulary.Concat(reason.EnglishVocabulary).Select(phrase => (phrase, reason.Key))));
    }

    /// <summary>Each reason once, with the first words that show it, in the catalogue's order.</summary>
    public IReadOnlyList<FoundReason> Find(string quote)
    {
        var words = new WordList(quote);
        var first = new Dictionary<string, FoundReason>();
        for (var i = 0; i < words.Count; i++)
        {
            var (length, keys) = vocabulary.At(words, i);
            if (length == 0)
                continue;
            if (!Lookalikes.Is(words, i))
            {
                var (start, end) = (words[i].Start, words[i + length - 1].End);
                foreach (var key in keys.Where(key => !Negation.Denies(words, i, Goods.Contains(key))))
                    first.TryAdd(key, new FoundReason(key, start, end, quote[start..end]));
            }

            i += length - 1;
        }

        return [.. order.Where(first.ContainsKey).Select(key => first[key])];
    }
}
