using System.Collections.Immutable;
using System.Text;
using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Results;

namespace QuitteXBot.Ingestion.Seeds;

/// <summary>Finds the quote that each correction means. One that means none, or several, is a fault: the text or the ingestion has changed.</summary>
internal sealed class CorrectionMatcher(string name, ICollection<Error> errors)
{
    public Dictionary<ExtractedQuote, Correction> Match(ImmutableArray<ExtractedQuote> quotes, ImmutableArray<Correction> corrections)
    {
        var chosen = new Dictionary<ExtractedQuote, Correction>(ReferenceEqualityComparer.Instance);
        foreach (var correction in corrections)
        {
            var meant = quotes.Where(quote => Means(correction, quote)).ToList();
            if (meant.Count != 1)
                Fail(correction, meant.Count == 0 ? "This correction matches no quote of the text." : $"This correction matches {meant.Count} quotes: give more words.");
            else if (!chosen.TryAdd(meant[0], correction))
                Fail(correction, "Another correction means the same quote.");
        }

        return chosen;
    }

    private static bool Means(Correction correction, ExtractedQuote quote) =>
        correction.BeginsWith is { } words
            ? Plain(quote.Quote.Text).StartsWith(Plain(words), StringComparison.Ordinal)
            : quote.Quote.Start == correction.Start && quote.Quote.End == correction.End;

    // Line breaks, no-break spaces and curved apostrophes are hard to type alike.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if (!char.IsWhiteSpace(unit))
                plain.Append(unit is '’' ? '\'' : unit);
            else if (plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }

        return plain.ToString();
    }

    private void Fail(Correction correction, string message) => errors.Add(new Error("correction-unmatched", message, $"{name}:{correction.Line}"));
}
