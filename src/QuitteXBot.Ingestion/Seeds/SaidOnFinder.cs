using QuitteXBot.Core.Dates;
using QuitteXBot.Core.Sources;
using QuitteXBot.Core.Statements;
using QuitteXBot.Ingestion.Dates;
using QuitteXBot.Ingestion.Text;
using QuitteXBot.Ingestion.Words;

namespace QuitteXBot.Ingestion.Seeds;

/// <summary>
/// When a quote was said: the day that its own sentence gives outside the quotation marks, where that day is shortly before the publication; else the
/// day of publication. An older date in the sentence dates something else ("élue en 2021").
/// </summary>
internal sealed class SaidOnFinder
{
    private const int LongestDelay = 31;

    private readonly Source source;
    private readonly Document document;
    private readonly Sentence[] sentences;
    private readonly CodePointWalk walk;
    private readonly IReadOnlyList<FoundDate> dates;

    public SaidOnFinder(Source source)
    {
        this.source = source;
        walk = new CodePointWalk(source.Text);
        document = Document.Read(source.Text);
        sentences = [.. document.Paragraphs.SelectMany(paragraph => paragraph.Sentences)];
        var words = new WordList(source.Text);
        dates = DateFinder.Find(words, DateContext.Of(words, source.Published));
    }

    public PartialDate? Find(Quote quote)
    {
        var start = walk.To(quote.Start);
        if (SentenceAt(start) is not { } sentence)
            return source.Published;
        return dates
            .Where(date => date.Start >= sentence.Start && date.End <= sentence.End && date.Kind == DateKind.On && date.Date.Day is not null
                && !document.Spans.Any(span => span.OuterStart <= date.Start && date.Start < span.OuterEnd) && IsRecent(date.Date))
            .OrderBy(date => Math.Abs(date.Start - start)).Select(date => (PartialDate?)date.Date).FirstOrDefault() ?? source.Published;
    }

    private Sentence? SentenceAt(int place)
    {
        var (low, high) = (0, sentences.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sentences[middle].End <= place)
                low = middle + 1;
            else
                high = middle;
        }

        return low < sentences.Length && sentences[low].Start <= place ? sentences[low] : null;
    }

    private bool IsRecent(PartialDate date) =>
        source.Published is not { } published || (date.First <= published.Last && date.Last.DayNumber >= published.First.DayNumber - LongestDelay);
}
