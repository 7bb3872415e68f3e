using System.Globalization;
using System.Text;
using QuitteXBot.Core.Extraction;
using QuitteXBot.Core.Sources;
using QuitteXBot.Ingestion.Attribution;

namespace QuitteXBot.Ingestion.Tests.Quality;

/// <summary>
/// The measure of the GenderGapTracker evaluation: overlap is the share of the gold span that a prediction covers, and each gold quote takes its
/// best unused prediction whose overlap is above the threshold. Speakers are compared as folded names, one containing the other.
/// </summary>
internal static class Scorer
{
    public static Score Run(IReadOnlyList<GoldArticle> articles, IExtractor extractor, double overlap)
    {
        var score = new Score(overlap);
        foreach (var article in articles)
            Run(article, extractor.Extract(new Source { Id = "article", Text = article.Text }), score);
        return score;
    }

    private static void Run(GoldArticle article, ExtractionResult result, Score score)
    {
        var predicted = result.Quotes.Select(quote => (Quote: quote, Start: CodePoints.ToUtf16(article.Text, quote.Quote.Start), End: CodePoints.ToUtf16(article.Text, quote.Quote.End))).ToList();
        score.NotVerbatim += predicted.Count(quote => article.Text[quote.Start..quote.End] != quote.Quote.Quote.Text);
        score.Predicted += predicted.Count;
        score.Departures += result.Departures.Length;
        score.NonQuotes += article.NonQuotes.Count;
        var taken = new HashSet<int>();
        foreach (var (gold, start) in Place(article))
        {
            score.Gold++;
            var end = start + gold.Text.Length;
            var best = predicted
                .Select((quote, index) => (index, Share: (double)Math.Max(0, Math.Min(end, quote.End) - Math.Max(start, quote.Start)) / gold.Text.Length))
                .Where(candidate => candidate.Share > score.Overlap && !taken.Contains(candidate.index))
                .OrderByDescending(candidate => candidate.Share).Select(candidate => (int?)candidate.index).FirstOrDefault();
            if (best is not { } index)
            {
                score.Faults.Add($"{article.Name}: missed “{gold.Text}”");
                continue;
            }

            taken.Add(index);
            Compare(article, gold, predicted[index].Quote, score);
        }

        foreach (var (quote, index) in predicted.Select((quote, index) => (quote.Quote.Quote.Text, index)).Where(quote => !taken.Contains(quote.index)))
        {
            score.NonQuotesTaken += article.NonQuotes.Contains(quote) ? 1 : 0;
            score.Faults.Add($"{article.Name}: took “{quote}”");
        }
    }

    private static void Compare(GoldArticle article, GoldQuote gold, ExtractedQuote quote, Score score)
    {
        score.Matched++;
        score.Exact += quote.Quote.Text == gold.Text ? 1 : 0;
        score.Speakers += Same(article, gold, "speaker", gold.Speaker, SpeakerName.Of(quote), score);
        if (gold.Role is not null)
        {
            score.RolesWanted++;
            score.Roles += Same(article, gold, "role", gold.Role, quote.Attribution.Role, score);
        }

        if (gold.Organisation is not null)
        {
            score.OrganisationsWanted++;
            score.Organisations += Same(article, gold, "organisation", gold.Organisation, quote.Attribution.OrganisationName, score);
        }
    }

    private static int Same(GoldArticle article, GoldQuote quote, string field, string? gold, string? predicted, Score score)
    {
        if (Same(Fold(gold), Fold(predicted)))
            return 1;
        score.Faults.Add($"{article.Name}: {field} “{predicted}” for “{gold}” of “{quote.Text}”");
        return 0;
    }

    private static bool Same(string gold, string predicted) =>
        gold.Length == 0 || predicted.Length == 0
            ? gold == predicted
            : predicted.Contains(gold, StringComparison.Ordinal) || gold.Contains(predicted, StringComparison.Ordinal) || gold.Split(' ')[^1] == predicted.Split(' ')[^1];

    /// <summary>Where each gold quote stands: equal ones one after the other.</summary>
    private static IEnumerable<(GoldQuote Quote, int Start)> Place(GoldArticle article)
    {
        var used = new HashSet<int>();
        foreach (var quote in article.Quotes)
        {
            var start = article.Text.IndexOf(quote.Text, StringComparison.Ordinal);
            while (start >= 0 && used.Contains(start))
                start = article.Text.IndexOf(quote.Text, start + 1, StringComparison.Ordinal);
            Assert.True(start >= 0, $"{article.Name}: the gold quote “{quote.Text}” is not in the text");
            used.Add(start);
            yield return (quote, start);
        }
    }

    private static string Fold(string? name)
    {
        var folded = new StringBuilder();
        foreach (var unit in (name ?? "").ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(unit) == UnicodeCategory.NonSpacingMark)
                continue;
            folded.Append(char.IsAsciiLetterOrDigit(unit) ? unit : ' ');
        }

        return string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
